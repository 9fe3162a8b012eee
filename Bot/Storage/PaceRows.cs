using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <summary>Time of a service beside the bot, set aside for one at a time over all replicas.</summary>
internal static class PaceRows
{
    public const string Connector = "connector";

    public static string OfErrands(string kind) => $"errands/{kind}";

    /// <returns>When the time set aside begins: now, or when that of others ends.</returns>
    public static async Task<DateTimeOffset> ReserveAsync(Databases databases, string name, TimeSpan time, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (from, length) = (Microseconds(now), time.Ticks / TimeSpan.TicksPerMicrosecond);
        var ends = await databases.WriteAsync(database => database.Database.SqlQueryRaw<long>("""
            INSERT INTO "Pace" ("Name", "FreeAt") VALUES ({2}, {0} + {1})
            ON CONFLICT ("Name") DO UPDATE SET "FreeAt" = CASE WHEN "Pace"."FreeAt" > {0} THEN "Pace"."FreeAt" ELSE {0} END + {1}
            RETURNING "FreeAt" AS "Value"
            """, from, length, name).ToListAsync(cancellationToken), cancellationToken);
        return DateTimeOffset.UnixEpoch.AddTicks((ends[0] - length) * TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>Whether time was set aside that ends after this.</summary>
    public static Task<bool> IsTakenAsync(BotDatabase database, string name, DateTimeOffset after, CancellationToken cancellationToken)
    {
        var instant = Microseconds(after);
        return database.Set<PaceRow>().AnyAsync(pace => pace.Name == name && pace.FreeAt > instant, cancellationToken);
    }

    private static long Microseconds(DateTimeOffset instant) => (instant - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
