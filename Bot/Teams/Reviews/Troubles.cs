using PolicyBot.BotFramework;
using PolicyBot.Policies;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Reviews;

/// <summary>
/// Tells the manager, in school time, what a service beside the channel refused and what is missing: once a month for each kind
/// and reason, for it is the same sentence for everybody. The health check says the same until it is mended.
/// </summary>
internal sealed class Troubles(IErrandStore errands, IRecordStore store, ReviewClock time, TroubleWords words) : IScheduledWork
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public string Name => "troubles";

    public string Cron => "45 0/5 * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!time.IsSchoolTime || words.ManagerId is not { } manager)
            return;

        var refused = (await errands.TroublesAsync(time.Now - Lately, cancellationToken)).Where(each => each.State is ErrandState.Refused).DistinctBy(each => (each.Errand.Kind, each.Code)).ToList();
        if (refused.Count > 0)
            await store.WriteAsync([], [.. refused.Select(each => Promise(manager, each))], cancellationToken);
    }

    private Promise Promise(string manager, KnownErrand refused) => new(new Recipient.Person(manager), Message(refused), time.Now)
    {
        Key = $"refused/{refused.Errand.Kind}/{refused.Code}/{SchoolTime.DayOf(time.Now):yyyy-MM}",
    };

    private Activity Message(KnownErrand refused) => new()
    {
        Type = ActivityTypes.Message,
        TextFormat = "markdown",
        Text = words.Of(refused),
    };
}

/// <summary>Whom a refusal is told, and how.</summary>
internal sealed class TroubleWords(ClubSettings club, Words words)
{
    public string? ManagerId => club.ManagerId;

    public string Of(KnownErrand refused) =>
        words.Say("troubles/refused", ("what", words.Say($"troubles/{refused.Errand.Kind}")), ("why", Reply.Plain(refused.Sentence ?? refused.Code ?? "")));
}
