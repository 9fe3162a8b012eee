using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Policies;
using PolicyBot.Teams.Rounds;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Texts;

/// <summary>
/// A policy has another text: the manager says what it is. A correction voids nothing; another meaning begins a round in which
/// whoever confirmed the text before is asked about what is different.
/// </summary>
internal sealed class TextDesk(ITextBook texts, IRecordStore store, RoundDesk rounds, PolicyReports reports)
{
    public IReadOnlyList<Policy> Policies => rounds.Policies;

    public Policy? PolicyOf(string? id) => rounds.PolicyOf(id);

    /// <returns>Null where no text waits.</returns>
    public async Task<TextNews?> NewsAsync(Policy policy, CancellationToken cancellationToken)
    {
        var history = await texts.HistoryAsync(policy.Id.Value, cancellationToken);
        return history.IsUndecided(VersionOf(policy))
            ? new TextNews((await texts.FindAsync(policy.Id.Value, history.Settled!, cancellationToken))?.Read(), policy, history)
            : null;
    }

    /// <summary>The text is kept. One that replaces a text nobody was ever asked about takes its place without a word.</summary>
    /// <returns>What waits for the manager, who is told by a message with the key given; null where nothing does.</returns>
    public async Task<TextNews?> KeepAsync(Policy policy, DateTimeOffset now, Func<TextNews, DateTimeOffset, Promise?> tell, CancellationToken cancellationToken)
    {
        var (history, text) = (await texts.HistoryAsync(policy.Id.Value, cancellationToken), PolicyText.Of(policy, now));
        if (history.Settled == text.Version)
            return null;
        if (history.First is null || !await texts.IsInUseAsync(policy.Id.Value, cancellationToken))
        {
            await store.WriteAsync([new TextRecord.Begun(text)], [], cancellationToken);
            return null;
        }

        var news = await NewsAsync(policy, cancellationToken);
        if (news is not null)
            await store.WriteAsync([new TextRecord.Kept(text)], tell(news, now) is { } promise ? [promise] : [], cancellationToken);

        return news;
    }

    /// <returns>Whether it was written, which it is not where somebody else has said it meanwhile; and the round that begins, of another meaning.</returns>
    public async Task<(bool IsKept, Round? Round)> SettleAsync(TextNews news, bool isCorrection, string by, string reason, DateTimeOffset now, Action<int, int>? progress, CancellationToken cancellationToken)
    {
        var change = Change(news, isCorrection, by, reason, now);
        object[] records = [new TextRecord.Kept(PolicyText.Of(news.After, now)), new TextRecord.Settled(change), new Registrations([Entry(change)])];
        if (isCorrection)
            return (await store.WriteAsync(records, [], cancellationToken), null);

        var beginning = new RoundBeginning(records, await reports.SignedAsync(news.After, now, cancellationToken));
        var round = await rounds.StartAsync(news.After, by, Round.NewVersion, beginning, progress, cancellationToken);
        return (round is not null, round);
    }

    private static TextChange Change(TextNews news, bool isCorrection, string by, string reason, DateTimeOffset now) => new(
        news.After.Id.Value, news.History.Changes.Count + 1, news.History.Settled!, VersionOf(news.After), isCorrection,
        isCorrection ? [] : [.. news.Changes.Select(change => change.Id.Value)], by, reason, now);

    private static RegisterRecord Entry(TextChange change) => new(null, change.Policy, change.To, change.IsCorrection
        ? new RegisterEvent.TextCorrected(change.From, change.By, change.Reason)
        : new RegisterEvent.TextChanged(change.From, change.Clauses, change.By, change.Reason), change.At);

    private static string VersionOf(Policy policy) => RegisterRecord.VersionOf(policy.TextHash);
}
