using PolicyBot.Graph.Runners;
using PolicyBot.Reviews;
using PolicyBot.Tests.Graph.Service;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Graph;

/// <summary>What Graph refuses becomes a sentence that says what to do, and holds nothing else up.</summary>
public sealed class GraphRefusalsTests
{
    [Theory]
    [InlineData(ReviewChannel.Feed, "TeamsActivity.Send", "403 Forbidden", "The bot may not put a notice into the activity feed (403 Forbidden). Grant it TeamsActivity.Send in Entra, give admin consent, and look with: policybot graph check.")]
    [InlineData(ReviewChannel.Calendar, "Calendars.ReadWrite", "403 ErrorAccessDenied", "The bot may not put an event into a calendar (403 ErrorAccessDenied). Grant it Calendars.ReadWrite in Entra and give admin consent; where it has it, Exchange keeps this mailbox from it: add the mailbox to the app's scope.")]
    [InlineData(ReviewChannel.ToDo, "Tasks.ReadWrite.All", "403 Forbidden", "The bot may not write a task into To Do (403 Forbidden). Grant it Tasks.ReadWrite.All in Entra, give admin consent, and look with: policybot graph check.")]
    [InlineData(ReviewChannel.Mail, "Mail.Send", "403 ErrorAccessDenied", "The bot may not send mail (403 ErrorAccessDenied). Grant it Mail.Send in Entra and give admin consent; where it has it, Exchange keeps this mailbox from it: add the mailbox to the app's scope.")]
    [InlineData(InstallErrand.OfKind, "TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All", "403 Forbidden", "The bot may not install itself for a person (403 Forbidden). Grant it TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All in Entra, give admin consent, and look with: policybot graph check.")]
    [InlineData(InstallErrand.OfKind, "TeamsAppInstallation.ReadForUser.All", "403 Forbidden", "The bot may not see its installations (403 Forbidden). Grant it TeamsAppInstallation.ReadForUser.All in Entra, give admin consent, and look with: policybot graph check.")]
    [InlineData(InstallErrand.OfKind, "AppCatalog.Read.All", "403 Forbidden", "The bot may not look itself up in the organisation's catalogue (403 Forbidden). Grant it AppCatalog.Read.All in Entra, give admin consent, and look with: policybot graph check.")]
    public async Task A_permission_that_is_missing_is_named_and_the_other_kinds_still_deliver(string kind, string permission, string code, string sentence)
    {
        await using var stage = await GraphStage.OpenAsync();
        stage.Graph.Tokens.Granted.Remove(permission);

        var refused = await RunAsync(stage, kind);

        Assert.Equal((ErrandState.Refused, code, sentence), (refused.State, refused.Code, refused.Sentence));
        foreach (var other in ReviewChannel.All.Except([kind]))
            Assert.Equal(ErrandState.Done, (await RunAsync(stage, other)).State);
    }

    [Theory]
    [InlineData(401, "InvalidAuthenticationToken", "Microsoft Graph does not take the bot's word for who it is (401 InvalidAuthenticationToken). Check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId.")]
    [InlineData(413, "RequestEntityTooLarge", "What the bot would put a notice into the activity feed with is larger than Microsoft Graph takes (413 RequestEntityTooLarge). Give the policy a shorter title. Say so to whoever looks after the bot.")]
    [InlineData(400, "BadRequest", "Microsoft Graph does not understand how the bot would put a notice into the activity feed (400 BadRequest). Say so to whoever looks after the bot.")]
    [InlineData(405, "NotSupported", "Microsoft Graph would not let the bot put a notice into the activity feed (405 NotSupported). Say so to whoever looks after the bot.")]
    public async Task Any_other_refusal_says_what_graph_calls_it(int status, string code, string sentence)
    {
        await using var stage = await GraphStage.OpenAsync();
        stage.Graph.Answers.Enqueue(("", GraphAnswer.Error(status, code)));

        var refused = await stage.RunAsync(ReviewChannel.Feed);

        Assert.Equal((ErrandState.Refused, sentence), (refused.State, refused.Sentence));
    }

    [Fact]
    public async Task Who_has_no_mailbox_two_apps_or_none_is_told_apart()
    {
        await using var stage = await GraphStage.OpenAsync();
        (stage.Sam.HasMailbox, stage.Sam.AppsOfTheBot) = (false, 2);

        var (calendar, todo, feed) = (await stage.RunAsync(ReviewChannel.Calendar), await stage.RunAsync(ReviewChannel.ToDo), await stage.RunAsync(ReviewChannel.Feed));

        Assert.StartsWith("This person has no mailbox that the bot could put an event into a calendar with (404 MailboxNotEnabledForRESTAPI).", calendar.Sentence, StringComparison.Ordinal);
        Assert.StartsWith("This person has no mailbox", todo.Sentence, StringComparison.Ordinal);
        Assert.Equal("Two Teams apps with the bot's app id are installed (409 Conflict). Take the older one away in the Teams admin centre.", feed.Sentence);
    }

    [Theory]
    [InlineData(ReviewChannel.Feed, "The app is not installed for this person")]
    [InlineData(ReviewChannel.Calendar, "This person has no mailbox in Exchange Online, or there is no such person in Entra.")]
    [InlineData(ReviewChannel.ToDo, "This person has no mailbox in Exchange Online, where To Do keeps its tasks")]
    [InlineData(InstallErrand.OfKind, "There is no such person in Entra, or no such app in the catalogue.")]
    public async Task Who_is_not_there_is_named_so(string kind, string sentence)
    {
        await using var stage = await GraphStage.OpenAsync();
        stage.Graph.Directory.People.Clear();

        Assert.StartsWith(sentence, (await RunAsync(stage, kind)).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_app_that_is_not_in_the_catalogue_is_to_be_uploaded()
    {
        await using var stage = await GraphStage.OpenAsync();
        stage.Graph.Directory.IsInCatalogue = false;

        Assert.Equal(Catalogue.NotThere, (await RunAsync(stage, InstallErrand.OfKind)).Sentence);
    }

    [Theory]
    [InlineData(429, "2.128", 2.128)]
    [InlineData(429, "Mon, 23 Nov 2026 09:00:40 GMT", 40)]
    [InlineData(503, "7", 7)]
    public async Task A_busy_service_is_asked_again_when_it_says(int status, string retryAfter, double seconds)
    {
        await using var stage = await GraphStage.OpenAsync();
        stage.Graph.Answers.Enqueue(("", GraphAnswer.Error(status, "TooManyRequests", "", retryAfter)));

        var busy = await stage.RunAsync(ReviewChannel.Feed);
        Assert.Equal((ErrandState.Open, seconds), (busy.State, (busy.At - stage.Clock.GetUtcNow()).TotalSeconds));

        stage.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(ErrandState.Done, (await stage.RunDueAsync(ReviewChannel.Feed)).State);
        Assert.Equal(2, stage.Graph.Calls.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_service_out_of_order_is_asked_again(int status)
    {
        await using var stage = await GraphStage.OpenAsync();
        stage.Graph.Answers.Enqueue(("", new GraphAnswer(status)));

        Assert.Equal(ErrandState.Open, (await stage.RunAsync(ReviewChannel.Feed)).State);
    }

    [Theory]
    [InlineData("AADSTS7000222", "The secret of the bot's app has run out. Make a new one in Entra and set it as MicrosoftAppPassword.")]
    [InlineData("AADSTS7000215", "Entra does not know the secret of the bot's app. Make a new one and set its value, not its id, as MicrosoftAppPassword.")]
    [InlineData("AADSTS700016", "There is no app with the id of MicrosoftAppId in the school's tenant. Check MicrosoftAppId and MicrosoftAppTenantId.")]
    public async Task Without_a_token_it_is_said_what_is_wrong_with_the_credentials(string code, string sentence)
    {
        await using var stage = await GraphStage.OpenAsync();
        stage.Graph.Tokens.Refusal = code;

        var refused = await stage.RunAsync(ReviewChannel.Calendar);

        Assert.Equal((ErrandState.Refused, code, sentence), (refused.State, refused.Code, refused.Sentence));
        Assert.Empty(stage.Graph.Calls);
    }

    [Fact]
    public async Task A_desk_for_tokens_that_is_out_of_order_is_asked_again()
    {
        await using var stage = await GraphStage.OpenAsync();
        stage.Graph.Tokens.Refusal = "AADSTS90033";

        Assert.StartsWith("The bot gets no token for Microsoft Graph.", (await stage.RunAsync(ReviewChannel.Feed)).Sentence, StringComparison.Ordinal);

        stage.Graph.Tokens.Refusal = null;
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ErrandState.Done, (await stage.RunDueAsync(ReviewChannel.Feed)).State);
    }

    private static Task<KnownErrand> RunAsync(GraphStage stage, string kind) =>
        kind == InstallErrand.OfKind ? stage.RunAsync(kind, InstallErrand.EmptyBody) : stage.RunAsync(kind);
}
