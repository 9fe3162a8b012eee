using PolicyBot.Answers;
using PolicyBot.Policies;
using PolicyBot.Tests.Policies;

namespace PolicyBot.Tests.Answers;

/// <summary>What is wrong beside a policy is told with file, line and what to do.</summary>
public sealed class BookshelfTests
{
    private const string Answers = """
        topics:
          keeping:
            clauses: [own-phone]
            rules:
              otherwise:
                verdict: must_not
                headline: No. Leave it in the office.
                because: Your own phone stays there.
        """;

    [Theory]
    [InlineData("[own-phone]", "[my-phone]", "answers.yaml:3 the policy has no clause 'my-phone'. Its clauses: own-phone, club-phone, call-book.")]
    [InlineData("must_not", "never", "answers.yaml:6 'never' is no verdict. Choose one of: None, MustNot, OnlyIf, May, Should, Info.")]
    [InlineData("must_not", "only_if", "answers.yaml:6 'only_if' hangs on something: ask for it. Write: ask: … and choices: …")]
    [InlineData("headline: No.", "headlin: No.", "answers.yaml:7 'headlin' is not known here. Known: when, unless, verdict, clauses, headline, because, next, ask, choices.")]
    [InlineData("verdict: must_not", "when: [phone]\n        verdict: must_not", "answers.yaml:6 no words are written for 'phone'. Add it to words.yaml, or mend its name here.")]
    [InlineData("topics:", "topcs:", "answers.yaml:2 'topcs' is not known here. Known: topics, forbidden, safeguarding clause.")]
    public void Mistakes_in_the_answers_are_told(string part, string broken, string mistake) =>
        Assert.Contains(mistake, Mistakes(Answers.Replace(part, broken, StringComparison.Ordinal), "keeping: [can i keep my phone]"));

    [Theory]
    [InlineData("kepping: [x]", "examples.yaml:1 answers.yaml has no topic 'kepping'. Topics: keeping.")]
    [InlineData("keeping/always: [x]", "examples.yaml:1 'keeping' has no rule 'always'. Rules: otherwise.")]
    public void Mistakes_in_the_examples_are_told(string examples, string mistake) => Assert.Contains(mistake, Mistakes(Answers, examples));

    [Fact]
    public void What_is_right_is_used()
    {
        using var folder = Folder(Answers, "keeping: [can i keep my phone with me, is my phone allowed in the hall, phone in my pocket ok]");
        var (engine, mistakes) = Bookshelf.Build(PolicyLibrary.Load(folder.Path).Library.Policies);

        Assert.Empty(mistakes);
        Assert.Equal("No. Leave it in the office.", Assert.IsType<Answer.Answered>(engine.Ask("can i keep my phone in my pocket")).Wording.Verdict);
    }

    private static List<string> Mistakes(string answers, string examples)
    {
        using var folder = Folder(answers, examples);
        return [.. Bookshelf.Build(PolicyLibrary.Load(folder.Path).Library.Policies).Mistakes
            .Select(mistake => $"{Path.GetFileName(mistake.File)}:{mistake.Line} {mistake.Message}")];
    }

    private static PolicyFolder Folder(string answers, string examples) => new PolicyFolder().With("phones", PolicyFolder.Good)
        .WithFile("phones", "answers.yaml", answers).WithFile("phones", "examples.yaml", examples);
}
