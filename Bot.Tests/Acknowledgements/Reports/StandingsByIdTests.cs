using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Rounds;
using static PolicyBot.Tests.Acknowledgements.Reports.WrittenRegister;

namespace PolicyBot.Tests.Acknowledgements.Reports;

/// <summary>Whose an entry is, and whether it is about the text of the report.</summary>
public sealed class StandingsByIdTests
{
    private readonly WrittenRegister _register = new();

    [Fact]
    public void An_id_in_capitals_and_braces_is_the_same_person()
    {
        _register.Write("{ABCDEF00-0000-0000-0000-000000000001}", Acknowledged());

        Assert.Equal(PersonState.Acknowledged, _register.Report(Staff.Member("abcdef00-0000-0000-0000-000000000001", "Sam")).People[0].State);
    }

    [Fact]
    public void What_stands_under_an_earlier_id_counts_and_no_account_counts_no_more()
    {
        var (byEmail, now) = (PersonId.FromEmail("sam@school.example"), Staff.Member(1));
        _register.Write(byEmail.Value, Undeliverable("No Teams account in the roster"));
        Assert.Equal(PersonState.Pending, _register.Report(now with { EarlierIds = [byEmail] }).People[0].State);

        var signed = _register.Write(byEmail.Value, OnPaper);
        Assert.Equal(PersonState.Acknowledged, _register.Report(now with { EarlierIds = [byEmail] }, Staff.Member(2)).People[0].State);
        Assert.Equal(PersonState.Pending, _register.Report(now).People[0].State);

        _register.Write(1, Correcting(signed));
        Assert.Equal(PersonState.Pending, _register.Report(now with { EarlierIds = [byEmail] }).People[0].State);
    }

    [Fact]
    public void What_the_roster_left_in_the_register_changes_no_state()
    {
        RegisterEvent[] traces = [new RegisterEvent.OnLeave("roster", new DateOnly(2026, 9, 1), null), new RegisterEvent.LastDay("roster", new DateOnly(2026, 9, 1)), new RegisterEvent.Identified("roster", "mail:sam@school.example")];
        foreach (var trace in traces)
            _register.Write(Staff.IdOf(1), trace, item: "", version: "");
        Assert.Equal((PersonState.Pending, "Was not asked yet."), _register.Report(Staff.Member(1)).People.Select(line => (line.State, line.Reason!)).Single());

        var check = new ChainCheck();
        _register.Entries.ToList().ForEach(check.Take);
        check.End(_register.Head);
        Assert.Empty(check.Faults);
    }

    [Fact]
    public void In_the_round_of_a_new_text_who_has_confirmed_it_already_has()
    {
        _register.Write(1, Acknowledged());
        _register.Write(null, new RegisterEvent.RoundStarted("r2", "Sam", Round.NewVersion, 2));

        Assert.Equal([PersonState.Acknowledged, PersonState.Pending], _register.Report(Staff.Member(1), Staff.Member(2)).People.Select(line => line.State));
    }
}
