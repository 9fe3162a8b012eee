using PolicyBot.Acknowledgements.People;
using PolicyBot.Commands;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Commands.Rosters;

/// <summary>The roster from a team's members, through a channel that pages, throttles and refuses as Teams does.</summary>
public sealed class TeamRosterTests
{
    private static readonly Person
        Ann = Person.Numbered(1) with { Name = "Ann Lee", Email = "ann@school.example" },
        Guest = Person.Numbered(2) with { Name = "Gil Gast", SignInName = "gil_agency.example#EXT#@school.onmicrosoft.com", IsGuest = true },
        Bo = Person.Numbered(3) with { Name = "Bo  Ek\n", SignInName = "bo@school.example" },
        TheBot = new("28:bot", "00000000-0000-4000-8000-00000000b07b", "PolicyBot"),
        OtherBot = new("28:other", "00000000-0000-4000-8000-00000000b07c", "Polly"),
        Nobody = new("29:nobody", "", "Ned Nobody");

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Everybody_on_every_page_is_brought_in_at_the_pace_that_the_channel_asks_for(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RosterStage.OpenAsync(database);
        await stage.AddToTeamAsync(RosterStage.Club, "Club", [.. Enumerable.Range(1, 1_203).Select(Person.Numbered)]);
        stage.Bot.Channel.Limits = new TeamsLimits { MemberReads = [new(2, 1)] };

        var said = await stage.ImportTeamAsync();

        Assert.EndsWith("1,203 people (1,203 staff) brought in.", said.Text, StringComparison.Ordinal);
        Assert.Equal(1_203, (await stage.RosterAsync()).Count);
        Assert.Equal([TimeSpan.FromSeconds(1)], stage.Waits);
        Assert.Equal(1, stage.Bot.Channel.Traffic.Throttled(Limited.Members));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_member_has_id_name_and_email_a_guest_is_agency_and_no_bot_is_anybody(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RosterStage.OpenAsync(database);
        await stage.AddToTeamAsync(RosterStage.Club, "Club", Ann, Guest, Bo, TheBot, OtherBot, Nobody, Ann);

        var said = await stage.ImportTeamAsync();

        Assert.Equal(Command.Done, said.ExitCode);
        Assert.Contains("Note: Left out, for the team says no id of them: Ned Nobody.", said.Text, StringComparison.Ordinal);
        Assert.Contains("Note: Guests of the team count as agency, unless the roster says otherwise: Gil Gast. The bot cannot always write to a guest", said.Text, StringComparison.Ordinal);
        Assert.Contains("Ann Lee is new in the team.", said.Text, StringComparison.Ordinal);
        Assert.Equal(
            [(Ann.EntraId, "Ann Lee", "ann@school.example", PersonKind.Staff), (Bo.EntraId, "Bo Ek", "bo@school.example", PersonKind.Staff), (Guest.EntraId, "Gil Gast", null, PersonKind.Agency)],
            (await stage.RosterAsync()).Select(person => (person.Id.Value, person.Name, person.Email, person.Kind)));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_the_team_does_not_know_stays_and_who_is_not_in_it_is_named(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RosterStage.OpenAsync(database);
        await stage.ImportAsync("Name,Id,Email,Kind,Starts,Ends,Leave,Days,Hours",
            $"Ann Old,{Ann.EntraId},old@school.example,governor,2020-09-01,2027-07-31,2026-12-01..,\"Mon, Wed\",09:00-12:00",
            $"Gil Gast,{Guest.EntraId},gil@agency.example,volunteer,,,,,", "Wilf Paper,W-17,,volunteer,,,,,");
        await stage.AddToTeamAsync(RosterStage.Club, "Club", Ann, Guest);
        var before = (await stage.RosterAsync()).Single(person => person.Name == "Ann Old");

        var tried = await stage.ImportTeamAsync(isTry: true);
        Assert.Equal("Ann Old", (await stage.RosterAsync())[0].Name);
        var said = await stage.ImportTeamAsync();

        Assert.Equal(
            ["Wilf Paper is no longer in the team. If they have left, bring in a file that has their last day under Ends.", "Ann Old is now called Ann Lee.",
                "Ann Lee: changed email.", "2 people (1 volunteer, 1 governor) brought in."], said.Text.Split(Environment.NewLine)[1..]);
        Assert.Contains("Ann Old is now called Ann Lee.", tried.Text, StringComparison.Ordinal);
        var roster = await stage.RosterAsync();
        Assert.Equivalent(before with { Name = "Ann Lee", Email = "ann@school.example" }, roster[0], strict: true);
        Assert.Equal((PersonKind.Volunteer, "gil@agency.example"), (roster[1].Kind, roster[1].Email));
        Assert.Equal("Wilf Paper", roster[2].Name);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Which_team_is_known_from_being_added_and_is_asked_where_there_are_several(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RosterStage.OpenAsync(database);
        Assert.StartsWith("The bot knows of no team that it is in. Add it to the team in Teams", (await stage.ImportTeamAsync()).Text, StringComparison.Ordinal);

        await stage.AddToTeamAsync(RosterStage.Club, "After School", Ann);
        await stage.WriteInTeamAsync(RosterStage.Club, "19:other-channel@thread.tacv2"); // Says no name of the team, and is another conversation.
        Assert.EndsWith("1 person (1 staff) brought in.", (await stage.ImportTeamAsync()).Text, StringComparison.Ordinal);

        await stage.AddToTeamAsync(RosterStage.School, "The School", Ann, Bo);
        var several = await stage.ImportTeamAsync();
        Assert.Equal((Command.Failed, $"The bot is in 2 teams. Say which: policybot roster import --team ID\n  {RosterStage.Club}  After School\n  {RosterStage.School}  The School"), (several.ExitCode, several.Text));
        Assert.StartsWith("The bot knows of no one team '19:x'. Say one of these: ", (await stage.ImportTeamAsync("19:x")).Text, StringComparison.Ordinal);
        Assert.EndsWith("2 people (2 staff) brought in.", (await stage.ImportTeamAsync(RosterStage.School)).Text, StringComparison.Ordinal);
        Assert.EndsWith("1 person (1 staff) brought in.", (await stage.ImportTeamAsync("after school")).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_team_that_the_bot_has_left_is_known_no_more_and_one_it_comes_back_to_is(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RosterStage.OpenAsync(database);
        await stage.AddToTeamAsync(RosterStage.Club, "After School", Ann);
        await stage.WriteInTeamAsync(RosterStage.Club, "19:other-channel@thread.tacv2");

        await stage.RemoveFromTeamAsync(RosterStage.Club);
        Assert.Equal(Command.Failed, (await stage.ImportTeamAsync()).ExitCode);

        await stage.WriteInTeamAsync(RosterStage.Club, "19:other-channel@thread.tacv2");
        Assert.Equal(Command.Done, (await stage.ImportTeamAsync()).ExitCode);
    }

    [Theory]
    [InlineData(429, "60", "Teams is busy, and asks to be left alone for 60 seconds. Try again then. Nothing was brought in.")]
    [InlineData(403, null, "Teams does not tell the bot who is in the team (403 BotNotInConversationRoster). Add the bot to the team again. Nothing was brought in.")]
    [InlineData(401, null, "Teams refused the bot (401 BotNotInConversationRoster). Check MicrosoftAppId and MicrosoftAppPassword. Nothing was brought in.")]
    [InlineData(200, null, "Teams answered with something that is no list of members. Nothing was brought in. Try again later.")]
    public async Task Where_one_page_does_not_come_nobody_is_brought_in(int status, string? retryAfter, string sentence)
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await RosterStage.OpenAsync(database);
        await stage.AddToTeamAsync(RosterStage.Club, "Club", Ann);
        stage.Bot.Channel.Answers.Enqueue((200, """{"members":[{"id":"29:x","objectId":"00000000-0000-4000-8000-00000000aaaa","name":"X"}],"continuationToken":"more"}""", null));
        for (var tries = 0; tries < 2; tries++) // A token that is refused is renewed once.
            stage.Bot.Channel.Answers.Enqueue((status, """{"error":{"code":"BotNotInConversationRoster"}}""", retryAfter));

        var said = await stage.ImportTeamAsync();

        Assert.Equal((Command.Failed, sentence), (said.ExitCode, said.Text));
        Assert.Empty(await stage.RosterAsync());
    }

    [Fact]
    public async Task A_list_without_an_end_is_given_up()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await RosterStage.OpenAsync(database);
        await stage.AddToTeamAsync(RosterStage.Club, "Club");
        for (var pages = 0; pages < 9; pages++)
            stage.Bot.Channel.Answers.Enqueue((200, """{"members":[{"id":"29:x","objectId":"00000000-0000-4000-8000-00000000aaaa"}],"continuationToken":"more"}""", null));

        Assert.Equal("The list of the team has no end: the same page comes again and again. Try again later.", (await stage.ImportTeamAsync()).Text);
        stage.Bot.Channel.Answers.Clear();
        Assert.Equal("Nobody is in the team, or its list says no ids.", (await stage.ImportTeamAsync()).Text);
    }
}
