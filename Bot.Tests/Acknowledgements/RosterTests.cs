using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;
using static PolicyBot.Tests.Acknowledgements.Days;

namespace PolicyBot.Tests.Acknowledgements;

public sealed class RosterTests
{
    private static readonly StaffMember Sam = new(PersonId.Parse("P-1"), "Sam Patel", PersonKind.Staff) { Email = "sam@school.example" };
    private static readonly StaffMember Jo = new(PersonId.Parse("P-2"), "Jo Reed", PersonKind.Volunteer);

    [Theory]
    [InlineData("", "", "2026-09-01", "Working")]
    [InlineData("2026-09-02", "", "2026-09-01", "NotYet")]
    [InlineData("2026-09-02", "", "2026-09-02", "Working")]
    [InlineData("", "2026-09-01", "2026-09-01", "Working")]
    [InlineData("", "2026-09-01", "2026-09-02", "Left")]
    [InlineData("2026-09-01", "2026-09-01", "2026-09-01", "Working")]
    public void Somebody_works_from_their_first_day_to_their_last(string starts, string ends, string day, string standing) =>
        Assert.Equal(standing, (Sam with { Starts = DayOrNone(starts), Ends = DayOrNone(ends) }).StandingOn(Day(day)).ToString());

    [Theory]
    [InlineData("2026-01-04", "Working")]
    [InlineData("2026-01-05", "OnLeave")]
    [InlineData("2026-03-31", "OnLeave")]
    [InlineData("2026-04-01", "Working")]
    [InlineData("2026-06-01", "OnLeave")]
    [InlineData("2026-12-31", "OnLeave")]
    [InlineData("2027-01-01", "Left")]
    public void Leave_holds_to_its_last_day_and_ends_with_the_work(string day, string standing)
    {
        var person = Sam with
        {
            Ends = Day("2026-12-31"),
            Leaves = [new DayRange(Day("2026-01-05"), Day("2026-03-31")), new DayRange(Day("2026-06-01"), null)],
        };

        Assert.Equal(standing, person.StandingOn(Day(day)).ToString());
    }

    [Fact]
    public void Everybody_is_in_exactly_one_list_of_a_day()
    {
        var joiner = Jo with { Id = PersonId.Parse("P-3"), Starts = Day("2026-10-01") };
        var leaver = Jo with { Id = PersonId.Parse("P-4"), Ends = Day("2026-08-31") };
        var away = Jo with { Id = PersonId.Parse("P-5"), Leaves = [new DayRange(Day("2026-06-01"), null)] };

        var day = new Roster([Sam, joiner, leaver, away]).On(Day("2026-09-01"));

        Assert.Equal([[Sam], [away], [joiner], [leaver]], new[] { day.Working, day.OnLeave, day.NotYet, day.Left });
    }

    [Fact]
    public void A_person_is_found_by_the_object_id_in_either_case()
    {
        var person = Sam with { Id = PersonId.Parse("7f3c2a10-9b4e-4d21-8c55-0a1b2c3d4e5f") };

        Assert.Same(person, new Roster([Jo, person]).Find(PersonId.Parse("7F3C2A10-9B4E-4D21-8C55-0A1B2C3D4E5F")));
        Assert.Null(new Roster([Jo]).Find(person.Id));
    }

    [Fact]
    public void A_new_name_is_not_a_new_person()
    {
        var married = Sam with { Name = "Sam Jones" };

        var comparison = Roster.Compare(new Roster([Sam, Jo]), new Roster([Jo, married]));

        Assert.Equal([new Renaming(Sam, married)], comparison.Renamed);
        Assert.Empty(comparison.Joined);
        Assert.Empty(comparison.Left);
        Assert.Empty(comparison.Changed);
        Assert.Equal(["Sam Patel is now called Sam Jones."], comparison.Sentences());
    }

    [Fact]
    public void Who_is_missing_in_the_later_file_is_named()
    {
        var comparison = Roster.Compare(new Roster([Sam, Jo]), new Roster([Sam]));

        Assert.Equal([Jo], comparison.Left);
        Assert.Equal(
            ["Jo Reed is no longer in the file. If they have left, put them back with their last day under Ends."], comparison.Sentences());
    }

    [Fact]
    public void What_is_otherwise_about_a_person_is_said_in_words()
    {
        DayRange[] leaves = [new DayRange(Day("2026-01-05"), null)];
        var later = Sam with { Kind = PersonKind.Agency, Email = "sam@agency.example", Ends = Day("2026-12-31"), Leaves = leaves };

        var comparison = Roster.Compare(new Roster([Sam]), new Roster([later, Jo]));

        Assert.Equal(
            ["Jo Reed is new in the file.", "Sam Patel: changed type, email, end date, leave."], comparison.Sentences());
    }

    [Fact]
    public void The_same_facts_written_again_are_no_change()
    {
        DayRange[] leaves = [new DayRange(Day("2026-01-05"), null)];
        var again = Sam with { Email = "SAM@school.example", Leaves = [.. leaves] };

        Assert.Empty(Roster.Compare(new Roster([Sam with { Leaves = leaves }]), new Roster([again])).Sentences());
    }

    [Fact]
    public void Two_people_of_one_id_are_no_roster() => Assert.Throws<ArgumentException>(() => new Roster([Sam, Jo with { Id = Sam.Id }]));
}
