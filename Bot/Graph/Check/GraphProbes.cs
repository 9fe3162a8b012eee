using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.SendMail;
using Microsoft.Graph.Users.Item.Teamwork.SendActivityNotification;
using PolicyBot.Reviews;

namespace PolicyBot.Graph.Check;

/// <param name="Allowed">Answers that are none, and are only given to somebody who may.</param>
internal sealed record GraphProbe(GraphCall Call, bool IsNeeded, IReadOnlyList<int> Allowed, Func<CancellationToken, Task> Try);

/// <summary>A call for each permission that changes nothing: it reads one thing, or does it for nobody. The permission is looked at before the rest is.</summary>
internal sealed class GraphProbes(GraphDoor door, ReviewSettings reviews)
{
    private const string Nobody = "00000000-0000-4000-8000-000000000000";

    private static readonly int[] None = [], NobodyThere = [400, 404], NotUnderstood = [400];

    private GraphSettings Settings => door.Settings;

    private string Somebody => Settings.Manager ?? Nobody;

    public IEnumerable<GraphProbe> All =>
    [
        new(GraphCall.Feed, Brings(ReviewChannel.Feed), NobodyThere, token => door.Client.Users[Nobody].Teamwork.SendActivityNotification.PostAsync(Notice(), cancellationToken: token)),
        new(GraphCall.Calendar, Brings(ReviewChannel.Calendar), UnlessKnown(Settings.Manager), token => door.Client.Users[Somebody].Events.GetAsync(request =>
        {
            request.QueryParameters.Top = 1;
            request.QueryParameters.Select = ["id"];
        }, token)),
        new(GraphCall.ToDo, Brings(ReviewChannel.ToDo), UnlessKnown(Settings.Manager), token => door.Client.Users[Somebody].Todo.Lists.GetAsync(request => request.QueryParameters.Top = 1, token)),
        new(GraphCall.Mail, Brings(ReviewChannel.Mail), NotUnderstood, token => door.Client.Users[Settings.MailFrom ?? Somebody].SendMail
            .PostAsync(new SendMailPostRequestBody { Message = new Message { Subject = "" } }, cancellationToken: token)),
        new(GraphCall.Install, Settings.InstallsForStaff, NobodyThere, token => door.Client.Users[Nobody].Teamwork.InstalledApps.PostAsync(Installation(), cancellationToken: token)),
        new(GraphCall.Installed, Settings.InstallsForStaff, NobodyThere, token => door.Client.Users[Somebody].Teamwork.InstalledApps.GetAsync(cancellationToken: token)),
        new(GraphCall.Catalogue, Settings is { InstallsForStaff: true, CatalogueAppId: null }, None,
            token => door.Client.AppCatalogs.TeamsApps.GetAsync(request => request.QueryParameters.Filter = $"externalId eq '{Settings.TeamsAppId}'", token)),
        new(GraphCall.Members, (Settings.RosterGroup ?? Settings.ManagerGroup) is not null, UnlessKnown(Settings.RosterGroup ?? Settings.ManagerGroup),
            token => door.Client.Groups[Settings.RosterGroup ?? Settings.ManagerGroup ?? Nobody].Members.GetAsync(request => request.QueryParameters.Top = 1, token)),
        new(GraphCall.Manager, Settings.ManagerOf is not null, UnlessKnown(Settings.ManagerOf), token => door.Client.Users[Settings.ManagerOf ?? Somebody].Manager.GetAsync(cancellationToken: token)),
    ];

    private bool Brings(string way) => reviews.Channels.Contains(way);

    /// <summary>That nobody is there is a fault only where the settings name somebody.</summary>
    private static int[] UnlessKnown(string? named) => named is null ? NobodyThere : None;

    private static SendActivityNotificationPostRequestBody Notice() => new()
    {
        Topic = new TeamworkActivityTopic { Source = TeamworkActivityTopicSource.Text, Value = "A check", WebUrl = "https://teams.microsoft.com/l/entity/check" },
        ActivityType = Runners.FeedErrand.ActivityType,
        PreviewText = new ItemBody { Content = "A check" },
        TemplateParameters = [],
    };

    private static UserScopeTeamsAppInstallation Installation() => new()
    {
        AdditionalData = new Dictionary<string, object> { ["teamsApp@odata.bind"] = $"{GraphSettings.PublicEndpoint}/appCatalogs/teamsApps/{Nobody}" },
    };
}
