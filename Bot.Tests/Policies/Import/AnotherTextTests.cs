using PolicyBot.Acknowledgements;
using PolicyBot.Answers;
using PolicyBot.Answers.Learning;
using PolicyBot.Commands;
using PolicyBot.Dialogs;
using PolicyBot.Policies;
using PolicyBot.Tests.Rooms;

namespace PolicyBot.Tests.Policies.Import;

/// <summary>The shipped policy, with all that is written beside it, gets another text.</summary>
public sealed class AnotherTextTests : IDisposable
{
    private const string Invitations = "Accept invitations from parents to connect via social media (eg friend requests on Facebook) unless they already know the parent in a private capacity.";
    private const string Offence = "- Post anything that could offend other members of staff, parents or children using our Club.\n";
    private const string Tattle = "Reply to reviews of the Club in anybody else's name.";

    private static readonly string Shipped = Path.Combine(RoomOrder.SourceFolder, "Policies", "Library", "social-media");

    private readonly ImportDesk _desk = new();
    private readonly string _original = File.ReadAllText(Path.Combine(Shipped, "original.txt"));

    public AnotherTextTests()
    {
        foreach (var file in Directory.GetFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_desk.Folder, Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void The_same_document_changes_no_clause_and_no_name()
    {
        Import(_original, "--replace");

        Assert.Contains("social-media: 14 clauses as they were, 0 changed, 0 new, 0 gone.", _desk.Said, StringComparison.Ordinal);
        var shipped = Assert.Single(PolicyLibrary.Load(Shipped).Library.Policies);
        Assert.Equal(shipped.Clauses, _desk.Policy().Clauses);
        Assert.False(File.Exists(Path.Combine(_desk.Folder, HeldBackFile.Name)));
    }

    [Fact]
    public void Without_replace_the_difference_is_shown_and_nothing_is_written()
    {
        var before = _desk.Read("policy.md");

        Assert.Equal(1, Import(Changed()));

        Assert.Contains("social-media: 12 clauses as they were, 1 changed, 1 new, 1 gone.", _desk.Said, StringComparison.Ordinal);
        Assert.Contains($"invitations\n  before  When using social media sites, staff must not: {Invitations}\n  now     When using social media sites, staff must not: {Invitations.Replace("eg friend", "such as friend", StringComparison.Ordinal)}",
            _desk.Said, StringComparison.Ordinal);
        Assert.Contains("offence (gone)", _desk.Said, StringComparison.Ordinal);
        Assert.Contains($"(new)\n  now     When using social media sites, staff must not: {Tattle}", _desk.Said, StringComparison.Ordinal);
        Assert.Contains("  answers.yaml, line 17: parent-request", _desk.Said, StringComparison.Ordinal);
        Assert.Contains($"  {Path.Combine("scenarios", "01-friend-request.yaml")}, line ", _desk.Said, StringComparison.Ordinal);
        Assert.Matches(@"acknowledge\.yaml, line \d+: late-parents-joke", _desk.Said);
        Assert.Equal(before, _desk.Read("policy.md"));
    }

    [Fact]
    public void What_cites_a_changed_or_gone_clause_is_held_back_and_the_bot_still_starts()
    {
        var all = Library();

        Assert.Equal(0, Import(Changed(), "--replace"));

        Assert.Equal(File.ReadAllText(Path.Combine(Shipped, "policy.md")), _desk.Read("policy.before.md"));
        Assert.Equal(_original, _desk.Read("original.before.txt"));
        var policy = _desk.Policy();
        Assert.Equal([("reply-reviews-anybody", HeldWhy.New), ("invitations", HeldWhy.Changed), ("offence", HeldWhy.Gone)], policy.HeldBack.Clauses
            .Select(held => (held.Id, held.Why)));
        var (engine, scenarios, asks) = Library();
        var silent = Assert.IsType<Answer.NotCovered>(engine.Ask("A parent I only know through the club sent me a friend request on facebook. Can I accept?"));
        Assert.True(silent.IsHeldBack);
        Assert.Equal("invitations", silent.Nearest?.Id.Value);
        Assert.IsType<Answer.Answered>(engine.Ask("can I post a photo of the children at club"));
        Assert.Null(scenarios.Find("social-media/friend-request"));
        Assert.NotNull(scenarios.Find("social-media/empty-room"));
        Assert.DoesNotContain(asks.Questions, question => question.Clause.Id.Value is "invitations" or "offence");
        Assert.Equal(all.Asks.Questions.Where(question => question.Clause.Id.Value is not ("invitations" or "offence"))
            .Select(question => question.Id), asks.Questions.Select(question => question.Id));
    }

    [Fact]
    public void Whoever_confirms_has_it_used_again_and_what_is_gone_cannot_be_confirmed()
    {
        Import(Changed(), "--replace");

        var (code, said) = Confirm();

        Assert.Equal(1, code);
        Assert.Contains("invitations: what is written for it is used again, with the clause as it now reads:", said, StringComparison.Ordinal);
        Assert.Contains("Held back: 'offence' is gone. Edit what cites it:\n  acknowledge.yaml, line ", said, StringComparison.Ordinal);
        Assert.False(_desk.Policy().HeldBack.Holds("invitations"));
        var (engine, scenarios, asks) = Library();
        Assert.IsType<Answer.Answered>(engine.Ask("A parent I only know through the club sent me a friend request on facebook. Can I accept?"));
        Assert.NotNull(scenarios.Find("social-media/friend-request"));
        Assert.Contains(asks.Questions, question => question.Clause.Id.Value == "invitations");
        Assert.Equal(1, Confirm("photographs").Code);
    }

    [Fact]
    public void The_text_before_put_back_by_hand_holds_nothing_back()
    {
        Import(Changed(), "--replace");
        _desk.Write("policy.md", _desk.Read("policy.before.md"));
        _desk.Write("original.txt", _desk.Read("original.before.txt"));

        Assert.DoesNotContain(_desk.Policy().HeldBack.Clauses, held => held.Why is not HeldWhy.New);
    }

    [Fact]
    public void A_second_new_text_is_held_against_what_was_written_for()
    {
        Import(Changed(), "--replace");

        Import(_original.Replace(Invitations, Invitations.Replace("(eg friend requests on Facebook) ", "", StringComparison.Ordinal), StringComparison.Ordinal), "--replace");
        Assert.Equal([("invitations", HeldWhy.Changed)], _desk.Policy().HeldBack.Clauses.Select(held => (held.Id, held.Why)));

        Import(_original, "--replace");
        Assert.Equal(Assert.Single(PolicyLibrary.Load(Shipped).Library.Policies).Clauses, _desk.Policy().Clauses);
        Assert.False(File.Exists(Path.Combine(_desk.Folder, HeldBackFile.Name)));
    }

    [Fact]
    public void Other_quotation_marks_numbers_and_spaces_are_no_change()
    {
        Import(_original.Replace("Club's", "Club’s", StringComparison.Ordinal).Replace("Social media rules", "2. Social media rules", StringComparison.Ordinal).Replace("\n- ", "\n•  ", StringComparison.Ordinal), "--replace");

        Assert.Contains(" 0 changed, 0 new, 0 gone.", _desk.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_clauses_of_one_paragraph_stay_two_when_one_of_them_changes()
    {
        Import(_original.Replace("Staff must remember that they are", "Staff should remember that they are", StringComparison.Ordinal), "--replace");

        Assert.Contains("social-media: 13 clauses as they were, 1 changed, 0 new, 0 gone.", _desk.Said, StringComparison.Ordinal);
        Assert.Equal(["purpose", "ambassadors"], _desk.Policy().Clauses.Take(2).Select(clause => clause.Id.Value));
    }

    [Fact]
    public void Another_policy_is_not_written_over()
    {
        Assert.Equal(1, _desk.Import("phones.txt", "Mobile Phone Policy\nHill Top Club\nNext review: May 2027\n\nStaff must lock their phones away."u8.ToArray(), "--replace"));

        Assert.Equal(File.ReadAllText(Path.Combine(Shipped, "policy.md")), _desk.Read("policy.md"));
    }

    private string Changed() => _original
        .Replace("(eg friend", "(such as friend", StringComparison.Ordinal)
        .Replace(Offence, "", StringComparison.Ordinal)
        .Replace("- Publish any", $"- {Tattle}\n- Publish any", StringComparison.Ordinal);

    private int Import(string text, params string[] words) => _desk.Import("social.txt", System.Text.Encoding.UTF8.GetBytes(text), words);

    private (int Code, string Said) Confirm(params string[] clauses)
    {
        using var shown = new StringWriter();
        return (ConfirmPolicyCommand.Run(new Command.ConfirmPolicy(_desk.Folder, clauses), shown), shown.ToString());
    }

    /// <summary>Everything that a start reads, without a mistake.</summary>
    private (AnswerEngine Engine, Scenarios Scenarios, Understanding Asks) Library()
    {
        var policy = _desk.Policy();
        var (engine, wrong) = Bookshelf.Build([policy], KeptLearning.Beside);
        var (scenarios, wrongScenarios) = Scenarios.Load([policy], engine);
        var (asks, wrongAsked) = Understandings.Read([policy]);
        Assert.Empty(wrong.Concat(wrongScenarios).Concat(wrongAsked));
        Assert.Empty(new EntranceChecks(scenarios, Bookshelf.Read([policy])).Mistakes());
        return (engine, scenarios, asks.Find(policy.Id.Value, policy.TextHash)!.Value.Asks);
    }
}
