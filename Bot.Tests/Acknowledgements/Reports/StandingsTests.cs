using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using static PolicyBot.Tests.Acknowledgements.Reports.WrittenRegister;

namespace PolicyBot.Tests.Acknowledgements.Reports;

public sealed class StandingsTests
{
    private readonly WrittenRegister _register = new();

    /// <summary>A letter for each event: asked, delivered, undeliverable, opened, talk, signed, paper, exempt, and - for a correction of the one before.</summary>
    [Theory]
    [InlineData("", "Pending", "Was not asked yet.")]
    [InlineData("a", "Pending", "Was asked; Teams has not said yet that it arrived.")]
    [InlineData("ad", "Pending", "Has the message and has not opened the policy.")]
    [InlineData("ado", "Pending", "Opened the policy and has not finished.")]
    [InlineData("au", "NotReachable", "Blocked the bot.")]
    [InlineData("audu", "NotReachable", "Blocked the bot.")]
    [InlineData("aud", "Pending", "Has the message and has not opened the policy.")]
    [InlineData("adv", "Pending", "Saw the message and has not opened the policy.")]
    [InlineData("advo", "Pending", "Opened the policy and has not finished.")]
    [InlineData("dv", "Pending", "Was not asked yet.")]
    [InlineData("auo", "Pending", "Opened the policy and has not finished.")]
    [InlineData("aut", "WantsToTalk", "With the manager. This is no refusal.")]
    [InlineData("adot", "WantsToTalk", "With the manager. This is no refusal.")]
    [InlineData("ts", "Acknowledged", null)]
    [InlineData("st", "Acknowledged", null)]
    [InlineData("p", "Acknowledged", "On paper, signed 04/09/2026, entered by Jo Reed: no phone.")]
    [InlineData("sp", "Acknowledged", null)]
    [InlineData("ex", "Exempt", "Does not work with us any more than a day a year. Decided by Jo Reed.")]
    [InlineData("es", "Acknowledged", null)]
    [InlineData("te", "Exempt", "Does not work with us any more than a day a year. Decided by Jo Reed.")]
    [InlineData("ads-", "Pending", "Has the message and has not opened the policy.")]
    [InlineData("ps-", "Acknowledged", "On paper, signed 04/09/2026, entered by Jo Reed: no phone.")]
    [InlineData("s--", "Acknowledged", null)]
    [InlineData("e-", "Pending", "Was not asked yet.")]
    public void What_counts_decides_the_state(string events, string state, string? reason)
    {
        foreach (var letter in events)
            _register.Write(1, Event(letter));

        var line = Assert.Single(_register.Report(Staff.Member(1)).People);

        Assert.Equal((state, reason), (line.State.ToString(), line.Reason));
    }

    [Fact]
    public void Who_left_has_left_whatever_they_signed_and_the_last_day_is_still_worked()
    {
        _register.Write(1, Acknowledged());
        var leaver = Staff.Member(1, ends: "2026-10-01");

        Assert.Equal(PersonState.Acknowledged, _register.Report(new DateOnly(2026, 10, 1), Start.AddDays(90), leaver).People[0].State);
        Assert.Equal((PersonState.Left, "The last day was 01/10/2026.", "R-2345-6789"),
            _register.Report(new DateOnly(2026, 10, 2), Start.AddDays(90), leaver).People.Select(line => (line.State, line.Reason!, line.Receipt!)).Single());
    }

    [Theory]
    [InlineData("2026-11-01", "2027-01-12", "Until 12/01/2027.")]
    [InlineData("2026-11-23", "", "No last day is written.")]
    public void Leave_comes_before_what_was_not_done_but_not_before_what_was(string from, string until, string reason)
    {
        var away = Staff.Member(1, leave: (from, until));
        Assert.Equal((PersonState.OnLeave, reason), _register.Report(away).People.Select(line => (line.State, line.Reason!)).Single());

        _register.Write(1, Acknowledged());
        Assert.Equal(PersonState.Acknowledged, _register.Report(away).People[0].State);
    }

    [Fact]
    public void Who_starts_later_is_not_in_it() =>
        Assert.Equal(["On the day"], _register.Report(Staff.Member(1, "Later", starts: "2026-11-24"), Staff.Member(2, "On the day", starts: "2026-11-23")).People.Select(line => line.Person.Name));

    [Fact]
    public void Who_has_no_account_is_asked_on_paper()
    {
        var onPaper = Staff.Member("P-17", "Pat Lee", PersonKind.Volunteer);
        Assert.Equal((PersonState.NotReachable, "No Teams account in the roster: ask on paper."), _register.Report(onPaper).People.Select(line => (line.State, line.Reason!)).Single());

        _register.Write("P-17", OnPaper);
        Assert.Equal(PersonState.Acknowledged, _register.Report(onPaper).People[0].State);
    }

    [Fact]
    public void What_was_written_after_the_day_does_not_count_and_the_day_is_the_schools()
    {
        _register.Write(1, Acknowledged(), new DateTimeOffset(2026, 9, 7, 23, 30, 0, TimeSpan.Zero));

        Assert.Equal(PersonState.Pending, _register.Report(new DateOnly(2026, 9, 7), Start.AddDays(90), Staff.Member(1)).People[0].State);
        var report = _register.Report(new DateOnly(2026, 9, 8), Start.AddDays(90), Staff.Member(1));
        Assert.Equal(PersonState.Acknowledged, report.People[0].State);
        Assert.Equal(new DateTimeOffset(2026, 9, 8, 22, 59, 0, TimeSpan.Zero), report.AsAt);
    }

    [Fact]
    public void Another_policy_another_version_and_another_persons_correction_do_not_count()
    {
        _register.Write(Staff.IdOf(1), Acknowledged(), item: "phones");
        _register.Write(Staff.IdOf(1), Acknowledged(), version: "000000000000");
        var signed = _register.Write(2, Acknowledged());
        _register.Write(1, Correcting(signed));

        Assert.Equal([PersonState.Pending, PersonState.Acknowledged], _register.Report(Staff.Member(1), Staff.Member(2)).People.Select(line => line.State));
    }

    [Fact]
    public void What_was_erased_counts_for_nobody()
    {
        _register.Write(1, Acknowledged());
        _register.Erase(Staff.IdOf(1));

        Assert.Equal(PersonState.Pending, _register.Report(Staff.Member(1)).People[0].State);
    }

    [Fact]
    public void The_way_there_is_dated()
    {
        RegisterEvent[] way = [Asked(), Delivered, Asked("reminder+7"), Asked("due+21"), Opened, Acknowledged("R-1")];
        foreach (var happened in way)
            _register.Write(1, happened);

        var line = _register.Report(Staff.Member(1)).People[0];

        Assert.Equal((Start, Start.AddHours(1), Start.AddHours(4), Start.AddHours(5)), (line.AskedAt, line.DeliveredAt, line.OpenedAt, line.Since));
        Assert.Equal((2, "R-1"), (line.Reminders, line.Receipt));
    }

    [Fact]
    public void A_clause_is_counted_once_a_person_and_leavers_are_not()
    {
        (int Person, bool IsRight, int Tries)[] answers = [(1, true, 1), (2, true, 2), (3, false, 2), (3, true, 1), (4, false, 2), (5, true, 1)];
        foreach (var (person, isRight, tries) in answers)
            _register.Write(person, new RegisterEvent.Understood("photographs", isRight, tries));

        var line = Assert.Single(_register.Report([.. Enumerable.Range(1, 4).Select(number => Staff.Member(number)), Staff.Member(5, ends: "2026-09-30")]).Understanding);

        Assert.Equal(("photographs", 4, 1, 3), (line.Clause.Id.Value, line.Asked, line.RightAtOnce, line.RightInTheEnd));
    }

    [Theory]
    [InlineData("403 BotNotInConversationRoster", "Removed the bot.")]
    [InlineData("403 ForbiddenOperationException", "Never had the bot.")]
    [InlineData("404 ConversationNotFound", "Their chat with the bot is gone.")]
    [InlineData("404 NotFound", "Teams does not find them.")]
    [InlineData("0 GaveUp Throttled", "Teams could not be reached for too long.")]
    [InlineData("400 BadSyntax", "The message was not delivered (400 BadSyntax).")]
    public void A_refusal_is_said_in_plain_words_with_what_to_do(string code, string reason)
    {
        _register.Write(1, Undeliverable(code));

        var line = _register.Report(Staff.Member(1)).People[0];

        Assert.Equal((PersonState.NotReachable, reason), (line.State, line.Reason));
        Assert.EndsWith(".", line.NextStep, StringComparison.Ordinal);
    }

    private RegisterEvent Event(char letter) => letter switch
    {
        'a' => Asked(),
        'd' => Delivered,
        'u' => Undeliverable(),
        'v' => Seen,
        'o' => Opened,
        't' => new RegisterEvent.WantsToTalk(),
        's' => Acknowledged(),
        'p' => OnPaper,
        'e' => Exempted,
        '-' => Correcting(_register.Entries[^1].Number),
        _ => new RegisterEvent.Understood("photographs", IsRight: true, Tries: 1),
    };

    [Fact]
    public void In_a_new_round_everybody_begins_anew_and_the_old_one_is_still_to_be_seen_as_at_its_days()
    {
        _register.Write(1, Event('s'));
        _register.Write(null, new RegisterEvent.RoundStarted("r2", "Sam", "annual", 1), Start.AddDays(30));
        _register.Write(null, new RegisterEvent.RoundStarted("x", "Sam", "annual", 1), Start.AddDays(40), item: "another-policy");

        Assert.Equal(PersonState.Pending, Assert.Single(_register.Report(Staff.Member(1)).People).State);
        Assert.Equal(PersonState.Acknowledged, Assert.Single(_register.Report(DateOnly.FromDateTime(Start.AddDays(20).Date), Start.AddDays(60), Staff.Member(1)).People).State);
    }
}
