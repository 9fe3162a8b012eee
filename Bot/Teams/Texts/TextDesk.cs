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
        return history.IsUndecided(RegisterRecord.VersionOf(policy))
            ? new TextNews((await texts.FindAsync(policy.Id.Value, history.Settled!, cancellationToken))?.Read(), policy, history)
            : null;
    }

    /// <summary>The text is kept. One that replaces a text nobody was ever asked about takes its place without a word.</summary>
    /// <returns>What waits for the manager; null where nothing does.</returns>
    public async Task<TextNews?> KeepAsync(Policy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (history, text) = (await texts.HistoryAsync(policy.Id.Value, cancellationToken), PolicyText.Of(policy, now));
        if (history.Settled == text.Version)
            return null;

        var begins = history.First is null || !await texts.IsInUseAsync(policy.Id.Value, cancellationToken);
        await store.WriteAsync([begins ? new TextRecord.Begun(text) : new TextRecord.Kept(text)], [], cancellationToken);
        return begins ? null : await NewsAsync(policy, cancellationToken);
    }

    public Task TellAsync(Promise promise, CancellationToken cancellationToken) => store.WriteAsync([], [promise], cancellationToken);

    /// <returns>Whether it was written, which it is not where somebody else has said it meanwhile; and the round that begins, of another meaning.</returns>
    public async Task<(bool IsKept, Round? Round)> SettleAsync(TextNews news, bool isCorrection, string by, string reason, DateTimeOffset now, Action<int, int>? progress, CancellationToken cancellationToken)
    {
        var change = news.Settled(isCorrection, by, reason, now);
        object[] records = [new TextRecord.Kept(PolicyText.Of(news.After, now)), new TextRecord.Settled(change), new Registrations([change.Entry])];
        if (isCorrection)
            return (await store.WriteAsync(records, [], cancellationToken), null);

        var beginning = new RoundBeginning(records, await reports.SignedAsync(news.After, now, cancellationToken));
        var round = await rounds.StartAsync(news.After, by, Round.NewVersion, beginning, progress, cancellationToken);
        return (round is not null, round);
    }
}
