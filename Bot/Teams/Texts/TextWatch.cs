using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Policies;
using PolicyBot.Teams.Cards;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Texts;

/// <summary>
/// Every minute: keeps the text that the bot has, and tells the manager once, in school time, of one that is not what people
/// have confirmed.
/// </summary>
internal sealed class TextWatch(TextDesk desk, TextMessages messages, TimeProvider clock) : IScheduledWork
{
    /// <summary>Nothing changes a text but a restart, so what was looked at once need not be read again.</summary>
    private readonly HashSet<PolicyId> _seen = [];

    public string Name => "policy-texts";

    public string Cron => "15 * * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var policy in desk.Policies.Where(policy => !_seen.Contains(policy.Id)))
        {
            var now = clock.GetUtcNow();
            if (await desk.KeepAsync(policy, now, cancellationToken) is { } news && messages.ToManager(news, now) is { } promise)
                await desk.TellAsync(promise, cancellationToken);
            _seen.Add(policy.Id);
        }
    }
}

/// <summary>What the manager is told of a new text.</summary>
internal sealed class TextMessages(TextCards cards, CardPrinter printer, ClubSettings club, SchoolCalendar calendar)
{
    /// <returns>Null where nobody is known to be the manager.</returns>
    public Promise? ToManager(TextNews news, DateTimeOffset now) => club.ManagerId is not { } manager ? null
        : new Promise(new Recipient.Person(manager), printer.Message(cards.Of(news, lacksReason: false)), calendar.NextSchoolTime(now, WorkingDays.MondayToFriday) ?? now)
        {
            Key = $"text/{news.After.Id}/{RegisterRecord.VersionOf(news.After)}/{news.History.Changes.Count}",
        };
}
