using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Commands;
using PolicyBot.Tests.Graph.Service;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Graph;

/// <summary>The roster from a group, the manager from the directory, and the bot installed for everybody.</summary>
public sealed class GroupTests
{
    private const string WithGroup = $"--Graph:RosterGroup={GraphDirectory.Staff}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_on_every_page_is_brought_in_however_often_graph_asks_to_wait()
    {
        await using var stage = await GraphStage.OpenAsync();
        Fill(stage, 250);
        stage.Graph.Throttle.EachPageOfMembers = 2;

        var said = await ImportAsync(stage, GraphDirectory.Staff);

        Assert.EndsWith("250 people (250 staff) brought in.", said.Text, StringComparison.Ordinal);
        Assert.Equal(250, (await stage.RosterAsync()).Select(person => person.Id).Distinct().Count());
        Assert.Equal([TimeSpan.FromSeconds(.2), TimeSpan.FromSeconds(.2)], stage.Clock.Waits);
        Assert.Equal(5, stage.Graph.CallsOf("/members/").Count);
    }

    [Fact]
    public async Task The_group_of_the_settings_is_meant_where_none_is_said_and_a_guest_is_agency()
    {
        await using var stage = await GraphStage.OpenAsync(WithGroup);
        Fill(stage, 2);
        stage.Graph.Directory.People[GraphPerson.IdOf(9)] = new GraphPerson(9) { IsGuest = true, Mail = null };
        stage.Graph.Directory.Join(GraphDirectory.Staff, GraphPerson.IdOf(9));

        Assert.Contains("Guests of the group count as agency", (await ImportAsync(stage, null)).Text, StringComparison.Ordinal);

        Assert.Equal(
            [("p1@school.example", PersonKind.Staff), ("p2@school.example", PersonKind.Staff), (null, PersonKind.Agency)],
            (await stage.RosterAsync()).OrderBy(person => person.Id.Value, StringComparer.Ordinal).Select(person => (person.Email, person.Kind)));
    }

    [Fact]
    public async Task What_keeps_the_members_from_the_bot_is_said_and_nobody_is_brought_in()
    {
        await using var stage = await GraphStage.OpenAsync();
        Assert.Equal("Say which group: policybot roster import --group ID, or set Graph:RosterGroup.", (await ImportAsync(stage, null)).Text);
        Assert.StartsWith("There is no such group in Entra.", (await ImportAsync(stage, GraphDirectory.Staff)).Text, StringComparison.Ordinal);

        Fill(stage, 3);
        stage.Graph.Tokens.Granted.Remove("GroupMember.Read.All");
        var denied = await ImportAsync(stage, GraphDirectory.Staff);

        Assert.Equal((Command.Failed, true), (denied.ExitCode, denied.Text.Contains("Grant it GroupMember.Read.All in Entra", StringComparison.Ordinal)));
        Assert.Empty(await stage.RosterAsync());
    }

    [Fact]
    public async Task A_next_page_at_another_address_is_not_followed()
    {
        await using var stage = await GraphStage.OpenAsync();
        stage.Graph.Answers.Enqueue(("/members/", new GraphAnswer(200, new JsonObject
        {
            ["value"] = new JsonArray([new GraphPerson(1).ToJson()]),
            ["@odata.nextLink"] = stage.Graph.Endpoint.Replace("localhost", "127.0.0.1", StringComparison.Ordinal) + "/groups/more",
        })));

        Assert.StartsWith("Microsoft Graph names a next page at another address.", (await ImportAsync(stage, GraphDirectory.Staff)).Text, StringComparison.Ordinal);
        Assert.Single(stage.Graph.Calls);
        Assert.Empty(await stage.RosterAsync());
    }

    [Fact]
    public async Task Each_night_only_a_group_that_has_changed_is_read_and_what_the_roster_knows_besides_stays()
    {
        await using var stage = await GraphStage.OpenAsync(WithGroup);
        Fill(stage, 3);
        await stage.WorkAsync("roster-group");
        Assert.Equal(3, (await stage.RosterAsync()).Count);
        var ann = (await stage.RosterAsync()).Single(person => person.Id.Value == GraphPerson.IdOf(1)) with { Kind = PersonKind.Governor, Starts = new DateOnly(2020, 9, 1) };
        await stage.Services.GetRequiredService<IRosterBook>().BringInAsync(new Roster([ann]), stage.Clock.GetUtcNow(), Token);

        await stage.WorkAsync("roster-group");
        Assert.Single(stage.Graph.CallsOf("/members/"));

        stage.Graph.Directory.Add(4, GraphDirectory.Staff);
        stage.Graph.Directory.Leave(GraphDirectory.Staff, GraphPerson.IdOf(2));
        await stage.WorkAsync("roster-group");

        var roster = await stage.RosterAsync();
        Assert.Equal(4, roster.Count); // Who is no longer in the group stays, and is named.
        Assert.Contains(roster, person => person.Id == ann.Id && person.Kind is PersonKind.Governor && person.Starts == ann.Starts);
        Assert.Contains(stage.Log.Lines, line => line.Contains("Person 2 is no longer in the group.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_that_is_gone_begins_again_and_what_was_not_brought_in_is_read_the_next_night()
    {
        await using var stage = await GraphStage.OpenAsync(WithGroup);
        Fill(stage, 1);
        await stage.WorkAsync("roster-group");

        stage.Graph.Directory.Add(2, GraphDirectory.Staff);
        stage.Graph.Answers.Enqueue(("/groups/delta", GraphAnswer.Error(410, "Gone")));
        stage.Graph.Answers.Enqueue(("/members/", GraphAnswer.Error(403, "Authorization_RequestDenied")));
        await stage.WorkAsync("roster-group");
        Assert.Single(await stage.RosterAsync());
        Assert.Contains(stage.Log.Lines, line => line.Contains("were not brought in: The bot may not read the members of a group", StringComparison.Ordinal));

        await stage.WorkAsync("roster-group");
        Assert.Equal(2, (await stage.RosterAsync()).Count);
    }

    [Fact]
    public async Task The_bot_is_installed_for_whoever_it_cannot_write_to_and_for_nobody_twice()
    {
        await using var stage = await GraphStage.OpenAsync("--Graph:InstallForStaff=true");
        Fill(stage, 40);
        stage.Graph.Directory.People.Remove(GraphPerson.IdOf(3));
        stage.Graph.Directory.Groups[GraphDirectory.Staff].Remove(GraphPerson.IdOf(3));
        await ImportAsync(stage, GraphDirectory.Staff);

        await stage.WorkAsync("install-for-staff");
        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        await stage.WorkAsync("install-for-staff");

        Assert.Equal(39, stage.Graph.CallsOf("/teamwork/installedApps").Count(call => call.Method == "POST"));
        var people = (await stage.RosterAsync()).Select(person => new Recipient.Person(person.Id.Value)).ToList();
        Assert.Equal(39, people.Count);
        var known = await stage.Services.GetRequiredService<IReferenceStore>().FindAsync(people, Token);
        Assert.All(people, person => Assert.Contains(person.Thread, known.Keys));
    }

    [Fact]
    public async Task What_was_refused_is_asked_for_again_the_next_day_and_who_took_the_bot_away_is_left_in_peace()
    {
        await using var stage = await GraphStage.OpenAsync("--Graph:InstallForStaff=true");
        Fill(stage, 1);
        await ImportAsync(stage, GraphDirectory.Staff);
        stage.Sam.IsInstalled = false;
        stage.Graph.Tokens.Granted.Remove("TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All");
        await stage.WorkAsync("install-for-staff");
        stage.Graph.Tokens.Granted.UnionWith(GraphTokenDesk.All);

        await stage.WorkAsync("install-for-staff");
        Assert.True(stage.Sam.IsInstalled); // Refused under its first key; a day has one more.
        Assert.Equal(2, (await stage.Errands.UnderAsync("install/", Token)).Count);

        var turns = stage.Services.GetRequiredService<ITurnStore>();
        await turns.ForgetAsync(new ConversationKey($"msteams/conversations/{stage.Sam.Chat}"), null, stage.Clock.GetUtcNow(), Token);
        stage.Clock.Advance(TimeSpan.FromDays(2));
        await stage.WorkAsync("install-for-staff");
        Assert.Equal(2, (await stage.Errands.UnderAsync("install/", Token)).Count);
    }

    private static void Fill(GraphStage stage, int count)
    {
        stage.Graph.Directory.Join(GraphDirectory.Staff, stage.Sam.Id);
        for (var number = 2; number <= count; number++)
            stage.Graph.Directory.Add(number, GraphDirectory.Staff);
    }

    private static Task<Command.Explain> ImportAsync(GraphStage stage, string? group) =>
        stage.Services.GetRequiredService<RosterCommand>().ImportGroupAsync(group, isTry: false);
}
