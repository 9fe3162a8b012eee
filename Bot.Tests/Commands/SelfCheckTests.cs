using PolicyBot.Answers;
using PolicyBot.Commands;
using PolicyBot.Policies;
using PolicyBot.Tests.Policies;

namespace PolicyBot.Tests.Commands;

public sealed class SelfCheckTests
{
    private const string Words = """
        own-phone: [my phone]
        kettle: [zither]
        """;

    private const string Answers = """
        topics:
          carrying:
            clauses: [own-phone]
            rules:
              otherwise: { verdict: must_not, headline: No. Leave it there., because: It stays in the office. }
          calling:
            clauses: [club-phone]
            rules:
              otherwise: { verdict: should, headline: Use the phone here., because: Calls are made with it. }
        """;

    private const string Examples = """
        carrying: [can I keep my phone on me, my phone in my pocket, 'Can i Ring home!']
        calling: [can i ring home, how do i call a parent]
        """;

    [Fact]
    public void The_same_words_under_two_topics_are_a_contradiction()
    {
        var mistake = Assert.Single(Check().Contradictions());

        Assert.Equal("examples.yaml:2 'can i ring home' stands under carrying and calling. Keep one.", $"{Path.GetFileName(mistake.File)}:{mistake.Line} {mistake.Message}");
    }

    [Fact]
    public void A_line_that_is_answered_otherwise_although_it_was_told_is_found() =>
        Assert.NotEmpty(Check().ToldAndWrong());

    [Fact]
    public void Words_that_nothing_uses_are_found() => Assert.Contains("kettle", Check().UnusedConcepts());

    [Fact]
    public void Lines_held_back_are_answered_less_well_than_lines_told() => Assert.InRange(Check().ShareRightUntold(), 0, .99);

    private static SelfCheck Check()
    {
        using var folder = new PolicyFolder().With("phones", PolicyFolder.Good);
        foreach (var (name, text) in new[] { ("words", Words), ("answers", Answers), ("examples", Examples) })
            File.WriteAllText(Path.Combine(folder.Path, "phones", $"{name}.yaml"), text);

        var policies = PolicyLibrary.Load(folder.Path).Library.Policies;
        var shelf = Bookshelf.Read(policies);
        Assert.Empty(shelf.Mistakes);
        return new SelfCheck(policies, shelf);
    }
}
