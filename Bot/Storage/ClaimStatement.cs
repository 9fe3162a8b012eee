using System.Globalization;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>
/// Takes messages in one statement, so that no two replicas get the same: {0} is now, {1} the end of the lease. How many
/// stands in the text: a plan made for any number would sort all that are due. PostgreSQL steps over rows that another replica is taking ("SELECT … SKIP LOCKED"); SQLite has one writer.
/// </summary>
internal static class ClaimStatement
{
    public static string For(bool isSqlite, IReadOnlyList<SendWindow> windows, int most)
    {
        var (open, close) = isSqlite ? ("IN (", ")") : ("= ANY (ARRAY(", " FOR UPDATE SKIP LOCKED))");
        return $$"""
            UPDATE "Outbox" SET "NotBefore" = {1}, "Attempts" = "Attempts" + 1
            WHERE "Id" {{open}}
                SELECT o."Id" FROM "Outbox" AS o
                WHERE o."DoneAt" IS NULL AND o."NotBefore" <= {0}
                AND NOT EXISTS (SELECT 1 FROM "Outbox" AS earlier
                    WHERE earlier."Thread" = o."Thread" AND earlier."DoneAt" IS NULL AND earlier."Id" < o."Id")
                {{string.Concat(windows.Select(Window))}}
                ORDER BY o."Lane", o."NotBefore", o."Id"
                LIMIT {{most}}{{close}}
            RETURNING *
            """;
    }

    private static string Window(SendWindow window) => string.Create(CultureInfo.InvariantCulture, $$"""
        AND (SELECT COUNT(*) FROM "Outbox" AS sent WHERE sent."Thread" = o."Thread"
            AND sent."DoneAt" > {0} - {{(long)window.Length.TotalMilliseconds}}) < {{window.Most}}

        """);
}
