using Microsoft.Extensions.DependencyInjection;
using PolicyBot.BotFramework;
using PolicyBot.Graph.Runners;
using PolicyBot.Reviews;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Graph.Service;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Graph;

/// <summary>What each errand asks of Graph, to the last property, and what comes of it.</summary>
public sealed class RunnersTests
{
    private const string Link = "https://policybot.example.org/policies/social-media";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_goes_into_the_feed_with_a_link_into_teams()
    {
        await using var stage = await GraphStage.OpenAsync();

        Assert.Equal(ErrandState.Done, (await stage.RunAsync(ReviewChannel.Feed)).State);

        stage.AssertAsked("POST /users/" + stage.Sam.Id + "/teamwork/sendActivityNotification", $$"""
            {"topic":{"source":"text","value":"Social Media Policy",
              "webUrl":"https://teams.microsoft.com/l/entity/{{GraphDirectory.ManifestId}}/conversations?label=Social%20Media%20Policy&webUrl={{Uri.EscapeDataString(Link)}}"},
             "activityType":"policyReviewDue","chainId":{{FeedErrand.ChainOf(GraphStage.Thread)}},
             "previewText":{"content":"Social Media Policy: review was due 30 September 2026"},
             "templateParameters":[{"name":"policyTitle","value":"Social Media Policy"},{"name":"dueDate","value":"30 September 2026"}]}
            """);
        Assert.Single(stage.Sam.Feed);
    }

    [Fact]
    public async Task What_is_newer_in_a_thread_takes_the_place_of_what_is_older_in_the_feed()
    {
        await using var stage = await GraphStage.OpenAsync();
        await stage.RunAsync(ReviewChannel.Feed);

        var later = GraphStage.Notice with { Headline = new string('x', 200) };
        await stage.WriteAsync(new Errands([new Errand("later", ReviewChannel.Feed, stage.Sam.Id, System.Text.Json.JsonSerializer.Serialize(later, ReviewsJson.Default.ReviewNotice), stage.Clock.GetUtcNow())]));
        await stage.Services.GetRequiredService<ErrandRound>().RunAsync(ReviewChannel.Feed, Token);

        var shown = (string?)Assert.Single(stage.Sam.Feed).Value["previewText"]!["content"];
        Assert.Equal(new string('x', 149) + "…", shown);
        Assert.Equal(0x4A978112CA1BBDCA, FeedErrand.ChainOf("a")); // The same after every update: the digest of "a", without its sign.
    }

    [Fact]
    public async Task An_event_stands_in_the_calendar_by_the_schools_clock_and_goes_when_the_review_is_done()
    {
        await using var stage = await GraphStage.OpenAsync();

        var made = await stage.RunAsync(ReviewChannel.Calendar);

        stage.AssertAsked("POST /users/" + stage.Sam.Id + "/events", $$"""
            {"@odata.type":"#microsoft.graph.event","subject":"Social Media Policy: review was due 30 September 2026",
             "body":{"contentType":"text","content":"It was due on 30 September 2026.\n\n{{Link}}"},
             "start":{"dateTime":"2026-11-24T09:00:00","timeZone":"Europe/London"},"end":{"dateTime":"2026-11-24T09:30:00","timeZone":"Europe/London"},
             "isReminderOn":true,"reminderMinutesBeforeStart":15,"showAs":"free","categories":["Policy review"],
             "transactionId":"{{CalendarEntries.TransactionOf(GraphStage.Key + ReviewChannel.Calendar)}}"}
            """);
        Assert.Equal(Assert.Single(stage.Sam.Events).Key, made.Trace);

        Assert.Equal(ErrandState.Done, (await stage.FinishAsync(ReviewChannel.CalendarRemoval, ReviewChannel.Calendar)).State);
        Assert.Empty(stage.Sam.Events);
    }

    [Fact]
    public async Task An_event_that_its_owner_has_deleted_is_no_trouble()
    {
        await using var stage = await GraphStage.OpenAsync();
        await stage.RunAsync(ReviewChannel.Calendar);
        stage.Sam.Events.Clear();

        Assert.Equal(ErrandState.Done, (await stage.FinishAsync(ReviewChannel.CalendarRemoval, ReviewChannel.Calendar)).State);
    }

    [Fact]
    public async Task What_was_never_made_is_not_taken_away_and_what_is_not_made_yet_is_waited_for()
    {
        await using var stage = await GraphStage.OpenAsync();
        Assert.Equal(ErrandState.Done, (await stage.FinishAsync(ReviewChannel.CalendarRemoval, ReviewChannel.Calendar)).State);
        Assert.Empty(stage.Graph.Calls);

        await stage.AskAsync(ReviewChannel.ToDo, System.Text.Json.JsonSerializer.Serialize(GraphStage.Notice, ReviewsJson.Default.ReviewNotice));
        Assert.Equal((ErrandState.Open, "What it undoes is not done yet."), State(await stage.FinishAsync(ReviewChannel.ToDoCompletion, ReviewChannel.ToDo)));
    }

    [Fact]
    public async Task A_task_stands_in_a_list_of_its_own_and_is_ticked_off()
    {
        await using var stage = await GraphStage.OpenAsync();

        var made = await stage.RunAsync(ReviewChannel.ToDo);

        var list = Assert.Single(stage.Sam.Lists);
        Assert.Equal("Policies", list.Value);
        stage.AssertAsked($"POST /users/{stage.Sam.Id}/todo/lists/{list.Key}/tasks", $$"""
            {"title":"Social Media Policy: review was due 30 September 2026","importance":"high","isReminderOn":true,
             "dueDateTime":{"dateTime":"2026-09-30T00:00:00","timeZone":"Europe/London"},"reminderDateTime":{"dateTime":"2026-11-24T09:00:00","timeZone":"Europe/London"},
             "body":{"contentType":"text","content":"It was due on 30 September 2026."},
             "linkedResources":[{"webUrl":"{{Link}}","applicationName":"PolicyBot","displayName":"Social Media Policy","externalId":"{{GraphStage.Thread}}"}]}
            """);
        Assert.Equal($"{list.Key}/{Assert.Single(stage.Sam.Tasks).Key}", made.Trace);

        Assert.Equal(ErrandState.Done, (await stage.FinishAsync(ReviewChannel.ToDoCompletion, ReviewChannel.ToDo)).State);
        Assert.Equal("completed", (string?)Assert.Single(stage.Sam.Tasks).Value["status"]);
    }

    [Fact]
    public async Task A_mail_comes_from_the_mailbox_of_the_settings()
    {
        await using var stage = await GraphStage.OpenAsync();

        Assert.Equal(ErrandState.Done, (await stage.RunAsync(ReviewChannel.Mail)).State);

        stage.AssertAsked("POST /users/p1@school.example/sendMail", $$"""
            {"Message":{"@odata.type":"#microsoft.graph.message","subject":"Social Media Policy: review was due 30 September 2026","body":{"contentType":"text","content":"It was due on 30 September 2026.\n\n{{Link}}"},
              "toRecipients":[{"emailAddress":{"address":"p1@school.example"} } ]},"SaveToSentItems":false}
            """);
        Assert.Single(stage.Sam.Mails);
    }

    [Fact]
    public async Task The_bot_is_installed_and_the_chat_that_comes_with_it_is_where_it_writes()
    {
        await using var stage = await GraphStage.OpenAsync();
        stage.Sam.IsInstalled = false;

        Assert.Equal(ErrandState.Done, (await stage.RunAsync(InstallErrand.OfKind, InstallErrand.EmptyBody)).State);

        stage.AssertAsked("POST /users/" + stage.Sam.Id + "/teamwork/installedApps", $$"""
            {"@odata.type":"#microsoft.graph.userScopeTeamsAppInstallation","teamsApp@odata.bind":"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{{GraphDirectory.CatalogueId}}",
             "consentedPermissionSet":{"resourceSpecificPermissions":[
               {"permissionValue":"TeamsActivity.Send.User","permissionType":"application"},{"permissionValue":"ChatMessageReadReceipt.Read.Chat","permissionType":"application"}]} }
            """);
        var reference = await ReferenceAsync(stage);
        Assert.Equal((stage.Sam.Chat, "personal", $"28:{BotHost.AppId}"), (reference.Conversation.Id, reference.Conversation.ConversationType, reference.Bot?.Id));
    }

    [Fact]
    public async Task Where_it_is_installed_already_only_the_chat_is_read_and_one_that_is_known_stays()
    {
        await using var stage = await GraphStage.OpenAsync();
        var known = new ConversationReference(Channels.Teams, "https://smba.example/", new ConversationAccount { Id = "a:1", ConversationType = "personal" }) { User = new ChannelAccount { AadObjectId = stage.Sam.Id } };
        await stage.Services.GetRequiredService<IReferenceStore>().SaveAsync([known], Token);

        Assert.Equal(ErrandState.Done, (await stage.RunAsync(InstallErrand.OfKind, InstallErrand.EmptyBody)).State);

        Assert.Equal("a:1", (await ReferenceAsync(stage)).Conversation.Id);
        Assert.Single(stage.Graph.CallsOf("/chat"));
    }

    private static (ErrandState, string?) State(KnownErrand errand) => (errand.State, errand.Sentence);

    private static async Task<ConversationReference> ReferenceAsync(GraphStage stage)
    {
        var person = new Recipient.Person(stage.Sam.Id);
        return (await stage.Services.GetRequiredService<IReferenceStore>().FindAsync([person], Token))[person.Thread];
    }
}
