using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Rounds;

/// <summary>
/// Every minute: the card that answered the start of a round shows how far it is by now, where that has changed, until nobody
/// is left who is still to be written to, or a day after the first was. No new message comes of it.
/// </summary>
internal sealed class RoundProgress(RoundViews views, ILiveCardStore cards, CardUpdates updates, TimeProvider clock) : IScheduledWork
{
    /// <summary>A minute, by a clock that may be a little early.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(55);

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1), Ahead = TimeSpan.FromDays(14);

    public string Name => "round-progress";

    public string Cron => "20 * * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var card in await cards.AllAsync(cancellationToken))
            if (card.Name.StartsWith(RoundKey.Prefix, StringComparison.Ordinal) && clock.GetUtcNow() - card.ShownAt >= Pause)
                await LookAsync(card, cancellationToken);
    }

    /// <summary>The manager has pressed a button: what started or goes on is followed. The card of what is stopped may become another's.</summary>
    /// <param name="message">In which the card stands that answers it; null where nobody knows.</param>
    public async Task FollowAsync(Activity activity, DeskPress press, IReadOnlyList<DialogReply> said, string? message, CancellationToken cancellationToken)
    {
        if (said is not [DialogReply.ShowsRound { Status: var status }, ..] || message is null || activity.ServiceUrl is null)
            return;

        try
        {
            if (status.Round.State is RoundState.Stopped)
                await cards.DropAsync(NameOf(status.Round), message, cancellationToken);
            else if (press is DeskPress.Settle or DeskPress.Steer { What: "start" or "resume" } && status.Round.State is RoundState.Running)
                await cards.KeepAsync(new LiveCard(NameOf(status.Round), ConversationKey.Of(activity), message, Figures(status.Round, status.Count), status.AsAt, EndOf(status)), cancellationToken);
        }
        catch (StoreAwayException)
        {
            // The round goes on all the same; its card stays as it is.
        }
    }

    private static string NameOf(Round round) => RoundKey.CampaignOf(round.Id);

    private async Task LookAsync(LiveCard card, CancellationToken cancellationToken)
    {
        var isToEnd = clock.GetUtcNow() >= card.Until;
        if (await views.FindAsync(card.Name[RoundKey.Prefix.Length..], cancellationToken) is not var (policy, round))
            isToEnd = true;
        else if (Figures(round, await views.CountAsync(round, cancellationToken)) != card.Shown)
            isToEnd |= await ShowAsync(card, await views.StatusAsync(policy, round, cancellationToken), cancellationToken);

        if (isToEnd)
            await cards.DropAsync(card.Name, card.Activity, cancellationToken);
    }

    /// <summary>Whoever takes the card first sends it. What could not be sent is sent a minute later, as things stand then.</summary>
    /// <returns>Whether it is to be shown no more.</returns>
    private async Task<bool> ShowAsync(LiveCard card, RoundStatus status, CancellationToken cancellationToken)
    {
        var taken = card with { Shown = null, ShownAt = status.AsAt };
        if (!await cards.ReplaceAsync(card, taken, cancellationToken))
            return false;

        var outcome = await updates.SendAsync(taken, status, cancellationToken);
        if (outcome is SendOutcome.Sent)
            await cards.ReplaceAsync(taken, taken with { Shown = Figures(status.Round, status.Count) }, cancellationToken);

        return outcome is SendOutcome.Sent ? IsOver(status, card.Until) : outcome is not (SendOutcome.Busy or SendOutcome.Lost or SendOutcome.Refused { Status: 401 });
    }

    private static string Figures(Round round, RoundCount count) =>
        $"{round.State} {count.Asked} {count.Delivered} {count.Seen} {string.Join(' ', count.States.OrderBy(each => each.Key).Select(each => $"{each.Key}:{each.Value}"))}";

    private static bool IsOver(RoundStatus status, DateTimeOffset until) => status.Round.State is RoundState.Stopped
        || !ToBeReached(status).Any(member => member.Messages > 0 || member.NextAt < until);

    /// <summary>A day after the first is written to: a round that starts on a Friday evening goes out on Monday.</summary>
    private static DateTimeOffset EndOf(RoundStatus status) =>
        (ToBeReached(status).Min(member => member.NextAt) is { } first && first > status.AsAt && first < status.AsAt + Ahead ? first : status.AsAt) + Longest;

    private static IEnumerable<RoundMember> ToBeReached(RoundStatus status) =>
        status.Missing.Select(pair => pair.Member).Where(member => member is { State: MemberState.Open, DeliveredAt: null });
}
