using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Rows;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>Rows as errands, and how they change.</summary>
internal static class ErrandRows
{
    /// <summary>Past every key that begins so: keys compare by their bytes on both databases.</summary>
    private const string Last = "\U0010FFFF";

    public static IQueryable<ErrandRow> Under(BotDatabase database, string prefix)
    {
        var end = prefix + Last;
        return database.Errands.Where(row => string.Compare(row.Key, prefix) >= 0 && string.Compare(row.Key, end) < 0);
    }

    public static Task<int> CancelAsync(BotDatabase database, string prefix, DateTimeOffset now, CancellationToken cancellationToken) =>
        Under(database, prefix).Where(row => row.DoneAt == null).ExecuteUpdateAsync(
            row => row.SetProperty(done => done.DoneAt, now).SetProperty(done => done.State, (int)ErrandState.Cancelled), cancellationToken);

    /// <summary>Takes errands in one statement, so that no two replicas get the same: {0} is now, {1} the end of the lease, {2} the kind.</summary>
    public static string Claim(bool isSqlite, int most)
    {
        var (open, close) = isSqlite ? ("IN (", ")") : ("= ANY (ARRAY(", " FOR UPDATE SKIP LOCKED))");
        return $$"""
            UPDATE "Errands" SET "NotBefore" = {1}, "Attempts" = "Attempts" + 1
            WHERE "Id" {{open}}
                SELECT e."Id" FROM "Errands" AS e
                WHERE e."Kind" = {2} AND e."DoneAt" IS NULL AND e."NotBefore" <= {0}
                ORDER BY e."NotBefore", e."Id"
                LIMIT {{most}}{{close}}
            RETURNING *
            """;
    }

    /// <summary>What is done is done, even where it was cancelled meanwhile: its trace is needed to undo it.</summary>
    public static Task<int> SettleAsync(BotDatabase database, SettledErrand settled, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var why = (settled.Outcome as ErrandOutcome.TryAgain)?.Why is { Length: > 0 } said ? said : null;
        var (row, open) = (database.Errands.Where(row => row.Id == settled.Id), database.Errands.Where(row => row.Id == settled.Id && row.DoneAt == null));
        return settled.Outcome switch
        {
            ErrandOutcome.Done done => row.ExecuteUpdateAsync(set => set.SetProperty(each => each.DoneAt, now)
                .SetProperty(each => each.State, (int)ErrandState.Done).SetProperty(each => each.Trace, done.Trace).SetProperty(each => each.Body, "")
                .SetProperty(each => each.Code, (string?)null).SetProperty(each => each.Sentence, (string?)null), cancellationToken),
            ErrandOutcome.Refused refused => open.ExecuteUpdateAsync(set => set.SetProperty(each => each.DoneAt, now)
                .SetProperty(each => each.State, (int)ErrandState.Refused)
                .SetProperty(each => each.Code, refused.Code).SetProperty(each => each.Sentence, refused.Sentence), cancellationToken),
            ErrandOutcome.TryAgain => open.ExecuteUpdateAsync(set => set.SetProperty(each => each.NotBefore, settled.At)
                .SetProperty(each => each.Sentence, why), cancellationToken),
            var other => throw new InvalidOperationException($"No way to settle a {other.GetType().Name}."),
        };
    }

    public static Errand Read(ErrandRow row) => new(row.Key, row.Kind, row.Person, row.Body, row.DueAt);

    public static KnownErrand Known(ErrandRow row) =>
        new(Read(row), (ErrandState)row.State, row.Attempts, row.DoneAt ?? row.NotBefore, row.Trace, row.Code, row.Sentence);
}
