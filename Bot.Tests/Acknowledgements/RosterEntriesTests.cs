using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using static PolicyBot.Tests.Acknowledgements.Days;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>What a new roster leaves in the register. Leave is written as in a file: "2026-01-05..2026-03-31; 2026-06-01..".</summary>
public sealed class RosterEntriesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly StaffMember Sam = new(PersonId.Parse("P-1"), "Sam Patel", PersonKind.Staff);

    [Theory]
    [InlineData("", "2026-11-01..", "on 2026-11-01..")]
    [InlineData("2026-11-01..", "2026-11-01..2027-01-12", "on 2026-11-01..2027-01-12")]
    [InlineData("2026-11-01..2027-01-12", "", "off 2026-11-01..2027-01-12")]
    [InlineData("2026-11-01..2027-01-12", "2026-11-08..2027-01-12", "off 2026-11-01..2027-01-12, on 2026-11-08..2027-01-12")]
    [InlineData("2026-01-05..2026-03-31", "2026-01-05..2026-03-31; 2026-11-01..", "on 2026-11-01..")]
    [InlineData("2026-01-05..2026-03-31", "2026-01-05..2026-03-31", "")]
    public void Leave_that_begins_ends_or_changes_is_entered(string before, string after, string entries) =>
        Assert.Equal(entries, Entries(Sam with { Leaves = Leaves(before) }, Sam with { Leaves = Leaves(after) }));

    [Theory]
    [InlineData("", "2026-12-18", "last 2026-12-18")]
    [InlineData("2026-12-18", "2026-12-31", "last 2026-12-31")]
    [InlineData("2026-12-18", "", "last ?")]
    [InlineData("2026-12-18", "2026-12-18", "")]
    public void A_last_day_that_changes_is_entered(string before, string after, string entries) =>
        Assert.Equal(entries, Entries(Sam with { Ends = DayOrNone(before) }, Sam with { Ends = DayOrNone(after) }));

    [Fact]
    public void Who_is_new_may_be_on_leave_and_who_is_not_listed_says_nothing()
    {
        var away = Sam with { Leaves = Leaves("2026-11-01.."), Ends = Day("2027-07-31") };

        Assert.Equal("on 2026-11-01.., last 2027-07-31", Written(Roster.Compare(new Roster([]), new Roster([away]))));
        Assert.Equal("", Written(Roster.Compare(new Roster([away]), new Roster([Sam with { Id = PersonId.Parse("P-2") }]))));
    }

    [Fact]
    public void It_is_about_the_person_and_no_policy()
    {
        var record = Assert.Single(RosterEntries.Of(Roster.Compare(new Roster([Sam]), new Roster([Sam with { Ends = Day("2026-12-18") }])), Now));

        Assert.Equal(new RegisterRecord("P-1", "", "", new RegisterEvent.LastDay("roster", Day("2026-12-18")), Now), record);
    }

    [Fact]
    public void A_new_id_is_entered_under_it_with_the_one_before()
    {
        var (before, now) = (Sam with { Id = PersonId.FromEmail("sam@school.example"), Email = "sam@school.example" }, Sam with { Email = "sam@school.example", Leaves = Leaves("2026-11-01..") });

        var records = RosterEntries.Of(Roster.Compare(new Roster([before]), new Roster([now])), Now);

        Assert.Equal([new RegisterEvent.Identified("roster", "mail:sam@school.example"), new RegisterEvent.OnLeave("roster", Day("2026-11-01"), null)], records.Select(record => record.Event));
        Assert.All(records, record => Assert.Equal("P-1", record.Person));
    }

    [Theory]
    [InlineData("""{"kind":"on-leave","by":"roster","from":"2026-11-01","isTakenOut":false}""")]
    [InlineData("""{"kind":"on-leave","by":"roster","from":"2026-11-01","until":"2027-01-12","isTakenOut":true}""")]
    [InlineData("""{"kind":"last-day","by":"roster"}""")]
    [InlineData("""{"kind":"identified","by":"roster","earlierId":"mail:sam@school.example"}""")]
    public void As_it_is_written_once_it_is_read_for_good(string detail)
    {
        var entry = RegisterChain.Append(RegisterHead.Empty, new RegisterRecord("P-1", "", "", new RegisterEvent.HasLeft(), Now)) with { Detail = detail };

        Assert.Equal(detail, RegisterChain.Append(RegisterHead.Empty, new RegisterRecord("P-1", "", "", entry.ReadEvent()!, Now)).Detail);
    }

    private static string Entries(StaffMember before, StaffMember after) => Written(Roster.Compare(new Roster([before]), new Roster([after])));

    private static string Written(RosterComparison comparison) => string.Join(", ", RosterEntries.Of(comparison, Now).Select(record => record.Event switch
    {
        RegisterEvent.OnLeave leave => $"{(leave.IsTakenOut ? "off" : "on")} {LeaveList.Written([new DayRange(leave.From, leave.Until)])}",
        RegisterEvent.LastDay last => $"last {last.On?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "?"}",
        var other => $"{other}",
    }));

    private static IReadOnlyList<DayRange> Leaves(string text) => LeaveList.Read(text).Leaves;
}
