using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;
using static PolicyBot.Tests.Acknowledgements.Days;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>Who is who where an email was all that was known of somebody.</summary>
public sealed class RecognitionTests
{
    private const string AliEmail = "ali@agency.example";

    private static readonly PersonId AliId = PersonId.Parse("7f3c2a10-9b4e-4d21-8c55-0a1b2c3d4e5f");

    private static readonly StaffMember
        AliByEmail = new(PersonId.FromEmail(AliEmail), "Ali Khan", PersonKind.Agency) { Email = AliEmail },
        Ali = new(AliId, "Ali Khan", PersonKind.Agency) { Email = AliEmail },
        Jo = new(PersonId.Parse("P-2"), "Jo Reed", PersonKind.Volunteer) { Email = "jo@school.example" };

    [Theory]
    [InlineData(AliEmail)]
    [InlineData("ALI@Agency.Example")]
    public void Who_was_known_by_email_only_and_is_given_an_id_is_the_same_person(string email)
    {
        var comparison = Roster.Compare(new Roster([AliByEmail, Jo]), new Roster([Jo, Ali with { Email = email }]));

        Assert.Equal(["Ali Khan was known by the email ali@agency.example only and has an id now: what they have signed stays theirs."], comparison.Sentences());
        Assert.Equal([AliByEmail.Id], comparison.Later.Find(AliId)!.EarlierIds);
        Assert.Same(comparison.Later.Find(AliId), comparison.Later.FindEver(AliByEmail.Id));
        Assert.Null(comparison.Later.Find(AliByEmail.Id));
    }

    [Fact]
    public void What_is_otherwise_about_them_is_said_as_of_anybody()
    {
        var later = Ali with { Name = "Ali Shah", Kind = PersonKind.Staff, Ends = Day("2027-01-31") };

        var comparison = Roster.Compare(new Roster([AliByEmail]), new Roster([later]));

        Assert.Equal(["Ali Khan is now called Ali Shah.", "Ali Shah: changed type, end date."], comparison.Sentences().Skip(1));
        Assert.Empty(comparison.Joined);
        Assert.Empty(comparison.Left);
    }

    [Fact]
    public void Who_is_on_the_roster_twice_is_one_person_again_and_stays_so()
    {
        var once = Roster.Compare(new Roster([AliByEmail, Ali]), new Roster([Ali])).Later;
        var again = Roster.Compare(once, new Roster([Ali]));

        Assert.Equal([AliByEmail.Id], Assert.Single(once.People).EarlierIds);
        Assert.Equal([AliByEmail.Id], Assert.Single(again.Later.People).EarlierIds);
        Assert.Empty(again.Sentences());
    }

    [Fact]
    public void A_file_without_ids_means_the_people_whose_emails_it_has()
    {
        var known = Roster.Compare(new Roster([AliByEmail]), new Roster([Ali, Jo])).Later;

        var comparison = Roster.Compare(known, new Roster([AliByEmail, Jo with { Id = PersonId.FromEmail(Jo.Email!) }]));

        Assert.Empty(comparison.Sentences());
        Assert.Equal([AliId, Jo.Id], comparison.Later.People.Select(person => person.Id));
        Assert.Equal([AliByEmail.Id], comparison.Later.People[0].EarlierIds);
    }

    [Fact]
    public void An_email_that_two_share_says_nothing_of_who_somebody_is()
    {
        var roster = new Roster([Jo, Jo with { Id = PersonId.Parse("P-3"), Name = "Al Reed" }]);

        var comparison = Roster.Compare(roster, new Roster([Jo with { Id = PersonId.FromEmail(Jo.Email!), Name = "Em Reed" }]));

        Assert.Equal(["Em Reed is new in the file."], comparison.Sentences().Take(1));
        Assert.Equal(2, comparison.Left.Count);
    }

    [Fact]
    public void Where_two_people_come_to_one_nothing_is_brought_in()
    {
        var other = Ali with { Id = PersonId.Parse("P-9"), Name = "Bo Khan" };
        Assert.Equal(["Ali Khan and Bo Khan have one email, by which alone Ali Khan was known. Leave it out for whoever is not Ali Khan."],
            Roster.Compare(new Roster([AliByEmail]), new Roster([Ali, other])).Faults);

        var known = Roster.Compare(new Roster([AliByEmail]), new Roster([Ali])).Later;
        Assert.Equal([$"The email {AliEmail} stood for Ali Khan before Ali Khan had an id, and now for Em. Write an id for Em."],
            Roster.Compare(known, new Roster([Ali with { Email = null }, AliByEmail with { Name = "Em" }])).Faults);

        var moved = Roster.Compare(known, new Roster([Ali with { Email = "ali@school.example" }])).Later;
        Assert.Equal(["Ali Khan and Em are one person by their emails. Write an id for each of them."],
            Roster.Compare(moved, new Roster([AliByEmail, new StaffMember(PersonId.FromEmail("ali@school.example"), "Em", PersonKind.Staff) { Email = "ali@school.example" }])).Faults);
    }

    [Fact]
    public void Who_is_listed_by_the_email_as_well_is_somebody_else()
    {
        var comparison = Roster.Compare(new Roster([AliByEmail]), new Roster([AliByEmail with { Email = null }, Ali]));

        Assert.Empty(comparison.NewIds);
        Assert.Equal([Ali], comparison.Joined);
    }

    [Fact]
    public void A_list_of_a_team_gives_an_id_a_name_and_an_email_and_takes_nothing_away()
    {
        var known = AliByEmail with { Kind = PersonKind.Governor, Starts = Day("2020-09-01"), Leaves = [new DayRange(Day("2026-11-01"), null)] };

        var later = Roster.Compare(new Roster([known]), new Roster([Ali with { Kind = PersonKind.Staff, Name = "Ali K" }]) { Group = "team" }).Later;

        Assert.Equivalent(known with { Id = AliId, Name = "Ali K", EarlierIds = [AliByEmail.Id] }, Assert.Single(later.People), strict: true);
        Assert.Equal(AliEmail, Roster.Compare(later, new Roster([Ali with { Email = null }]) { Group = "team" }).Later.People[0].Email);
        Assert.Null(Roster.Compare(later, new Roster([Ali with { Email = null }])).Later.People[0].Email);
    }
}
