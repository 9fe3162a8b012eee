using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Teamwork.SendActivityNotification;
using PolicyBot.Policies;
using PolicyBot.Reviews;
using PolicyBot.Turns;

namespace PolicyBot.Graph.Runners;

/// <summary>A notice in the activity feed. What is newer in its thread takes the place of what is older there.</summary>
internal sealed class FeedErrand(GraphDoor door, TimeProvider clock) : GraphErrand<ReviewNotice>(door, clock)
{
    /// <summary>Declared in the manifest, with these parameters.</summary>
    public const string ActivityType = "policyReviewDue", PolicyTitle = "policyTitle", DueDate = "dueDate";

    /// <summary>Every type that is sent, with its parameters: the manifest declares these and no others.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Sends { get; } = new Dictionary<string, IReadOnlyList<string>> { [ActivityType] = [PolicyTitle, DueDate] };

    /// <summary>The feed shows no more.</summary>
    private const int LongestPreview = 150;

    public override string Kind => ReviewChannel.Feed;

    public override double PerSecond => 5;

    protected override GraphCall Call => GraphCall.Feed;

    protected override JsonTypeInfo<ReviewNotice> Shape => ReviewsJson.Default.ReviewNotice;

    protected override async Task<ErrandOutcome> RunAsync(Errand errand, ReviewNotice notice, int attempt, CancellationToken cancellationToken)
    {
        await Client.Users[errand.Person].Teamwork.SendActivityNotification.PostAsync(new SendActivityNotificationPostRequestBody
        {
            Topic = new TeamworkActivityTopic { Source = TeamworkActivityTopicSource.Text, Value = notice.Title, WebUrl = LinkOf(notice) },
            ActivityType = ActivityType,
            ChainId = ChainOf(notice.Thread),
            PreviewText = new ItemBody { Content = Short(notice.Headline) },
            TemplateParameters = [Parameter(PolicyTitle, notice.Title), Parameter(DueDate, SchoolTime.Written(notice.Due))],
        }, cancellationToken: cancellationToken);
        return new ErrandOutcome.Done();
    }

    /// <summary>The same number on every machine and after every update.</summary>
    public static long ChainOf(string thread) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(thread))) & long.MaxValue;

    private static string Short(string headline) => headline.Length <= LongestPreview ? headline : headline[..(LongestPreview - 1)] + "…";

    /// <summary>Teams takes no link from a feed but into itself: to the bot's chat, and from there to where more can be read.</summary>
    private string LinkOf(ReviewNotice notice)
    {
        var chat = $"https://teams.microsoft.com/l/entity/{Door.Settings.TeamsAppId}/conversations?label={Uri.EscapeDataString(notice.Title)}";
        return notice.Link is { } link ? $"{chat}&webUrl={Uri.EscapeDataString(link)}" : chat;
    }

    private static Microsoft.Graph.Models.KeyValuePair Parameter(string name, string value) => new() { Name = name, Value = value };
}
