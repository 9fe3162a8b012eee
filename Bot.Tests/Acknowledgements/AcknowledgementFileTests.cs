using PolicyBot.Acknowledgements;
using PolicyBot.Policies;
using PolicyBot.Tests.Policies;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>What is wrong in acknowledge.yaml is told with file, line and what to do.</summary>
public sealed class AcknowledgementFileTests : IDisposable
{
    private const string Good = """
        statement:
          id: standard-1
          text: I have read the {title} (adopted {adopted}). I will follow it.
        also:
          - title: the book
            clause: call-book
        questions:
          - id: pocket
            clause: own-phone
            ask: Your phone buzzes in your pocket during a session.
            answers:
              - Look at it quickly.
              - text: Put it in the office.
                right: yes
              - text: Give it to a child.
                right: no
            why: Your own phone stays in the office.
          - id: photo
            clause: own-phone
            ask: A child builds a tower. You reach for your phone.
            answers: [Take a photo, { text: Leave it, right: yes }, Call home]
            why: The phone is in the office.
        """;

    private readonly PolicyFolder _folder = new PolicyFolder().With("phones", PolicyFolder.Good);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_right_is_used()
    {
        var (read, mistakes) = Read(Good);

        Assert.Empty(mistakes);
        Assert.Equal(new Statement("standard-1", "I have read the Mobile Phone Policy (adopted 3rd November 2021). I will follow it."), read.Statement);
        Assert.Equal(("the book", "call-book"), (Assert.Single(read.Also).Title, read.Also[0].Clause.Id.Value));
        Assert.Equal(["pocket", "photo"], read.Questions.Select(question => question.Id));
        Assert.Equal(
            [new QuizAnswer(1, "Look at it quickly.", false), new QuizAnswer(2, "Put it in the office.", true), new QuizAnswer(3, "Give it to a child.", false)],
            read.Questions[0].Answers);
    }

    [Fact]
    public void A_policy_without_the_file_has_the_usual_statement_and_no_questions()
    {
        var (read, mistakes) = Read(null);

        Assert.Empty(mistakes);
        Assert.Equal("I have read the Mobile Phone Policy (adopted 3rd November 2021). I understand it. I had the chance to ask questions. I will follow it.", read.Statement.Text);
        Assert.Empty(read.Also);
        Assert.Empty(read.Questions);
    }

    [Fact]
    public void Another_wording_of_the_usual_statement_has_another_id()
    {
        var dated = Read(null).Read.Statement;
        _folder.With("phones", PolicyFolder.Good.Replace("adopted: 3rd November 2021\n", "", StringComparison.Ordinal));

        var undated = Read(null).Read.Statement;

        Assert.Equal("I have read the Mobile Phone Policy. I understand it. I had the chance to ask questions. I will follow it.", undated.Text);
        Assert.NotEqual(dated.Id, undated.Id);
    }

    [Fact]
    public void A_file_may_leave_out_what_it_does_not_need()
    {
        var (read, mistakes) = Read("statement: { id: short-1, text: I have read it. }");

        Assert.Empty(mistakes);
        Assert.Equal("I have read it.", read.Statement.Text);
        Assert.Empty(read.Questions);
    }

    [Theory]
    [InlineData("{title} (", "{titel} (", "3 '{titel}' is not known here. Known: {title}, {adopted}.")]
    [InlineData("{title} (", "{title (", "3 a brace has no partner. Write a placeholder between two, such as {title}.")]
    [InlineData("  id: standard-1\n", "", "2 'id' is missing here. Write: id: …")]
    [InlineData("id: standard-1", "id: Standard 1", "2 'Standard 1' is no id. Use lower-case letters, digits and hyphens, such as friend-request.")]
    [InlineData("title: the book", "title: the register", "5 the clause 'call-book' does not name 'the register'. Write the title as the clause has it.")]
    [InlineData("clause: call-book", "clause: call-log", "6 the policy has no clause 'call-log'. Its clauses: own-phone, club-phone, call-book.")]
    [InlineData("also:", "alos:", "5 'alos' is not known here. Known: statement, also, questions.")]
    [InlineData("also:\n  - title", "also:\n    title", "5 'also' is no list. Begin each of its entries with a hyphen, or take 'also' out.")]
    public void Mistakes_in_what_is_confirmed_are_told(string part, string broken, string mistake) => AssertTold(part, broken, mistake);

    [Theory]
    [InlineData("id: photo", "id: pocket", "18 the id 'pocket' is taken in this file. Give one of the two another id.")]
    [InlineData("clause: own-phone\n    ask: A child", "clause: phone\n    ask: A child", "19 the policy has no clause 'phone'. Its clauses: own-phone, club-phone, call-book.")]
    [InlineData("clause: own-phone\n    ask: A child", "clause: club-phone\n    ask: A child", "8 the rule 'own-phone' has 1 of the 2 questions it needs. A wrong answer is tried again with another.")]
    [InlineData("    clause: own-phone\n    ask: A child", "    ask: A child", "18 'clause' is missing here. Write: clause: …")]
    [InlineData("right: no", "right: yes", "12 2 answers are right. Write right: yes beside one of them, and no other.")]
    [InlineData(", right: yes }", " }", "21 0 answers are right. Write right: yes beside one of them, and no other.")]
    [InlineData("right: no", "right: maybe", "16 'maybe' is neither yes nor no. Write right: yes beside the right answer, and nothing beside the others.")]
    [InlineData(", Call home]", "]", "21 a question has 3 answers, this one has 2.")]
    [InlineData("Call home]", "take a photo]", "21 two answers say 'Take a photo'. Let each say something else.")]
    [InlineData("Call home]", "Call home and tell them everything that you have seen there today]", "21 this answer has 65 characters. A button shows at most 60.")]
    [InlineData("A child builds", "One two three four five six seven eight nine ten one two three four five six seven eight nine ten eleven A child builds",
        "20 'ask' has 31 words. Say it in at most 30.")]
    [InlineData("    why: The phone is in the office.", "    way: The phone is in the office.", "18 'why' is missing here. Write: why: …")]
    [InlineData("questions:\n", "questions: none\nalso-not:\n", "7 the rule 'own-phone' has 0 of the 2 questions it needs. A wrong answer is tried again with another.")]
    public void Mistakes_in_the_questions_are_told(string part, string broken, string mistake) => AssertTold(part, broken, mistake);

    [Fact]
    public void A_placeholder_for_what_the_policy_does_not_say_is_told()
    {
        _folder.With("phones", PolicyFolder.Good.Replace("adopted: 3rd November 2021\n", "", StringComparison.Ordinal));

        Assert.Equal(["3 the policy does not say 'adopted'. Take '{adopted}' out here, or write 'adopted' at the top of policy.md."], Read(Good).Mistakes);
    }

    [Theory]
    [InlineData("", "1 this file says nothing. Write statement:, also: or questions:, or take the file away.")]
    [InlineData("- a list", "1 this file says nothing. Write statement:, also: or questions:, or take the file away.")]
    [InlineData("questions: [", "2 this is not valid YAML")]
    public void A_file_that_cannot_be_used_is_told_once(string text, string mistake) =>
        Assert.StartsWith(mistake, Assert.Single(Read(text).Mistakes), StringComparison.Ordinal);

    private void AssertTold(string part, string broken, string mistake)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        Assert.Contains(mistake, Read(Good.Replace(part, broken, StringComparison.Ordinal)).Mistakes);
    }

    private (Understanding Read, IReadOnlyList<string> Mistakes) Read(string? text)
    {
        if (text is not null)
            _folder.WithFile("phones", AcknowledgementFile.Name, text);

        var mistakes = new List<Mistake>();
        var read = AcknowledgementFile.Read(Assert.Single(PolicyLibrary.Load(_folder.Path).Library.Policies), mistakes);
        Assert.All(mistakes, mistake => Assert.EndsWith(AcknowledgementFile.Name, mistake.File, StringComparison.Ordinal));
        return (read, [.. mistakes.Select(mistake => $"{mistake.Line} {mistake.Message}")]);
    }
}
