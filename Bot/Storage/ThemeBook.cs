using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyBot.Questions;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>What the policies do not answer, counted by kind and month.</summary>
internal sealed class ThemeBook(Databases databases) : IThemeBook
{
    private const string Add = """
        INSERT INTO "Themes" ("Month", "Subject", "Asked") VALUES ({0}, {1}, {2})
        ON CONFLICT ("Month", "Subject") DO UPDATE SET "Asked" = "Themes"."Asked" + excluded."Asked"
        """;

    public async Task<bool> TryAddAsync(IReadOnlyDictionary<(DateOnly Month, string Subject), int> asked, CancellationToken cancellationToken)
    {
        try
        {
            return await databases.WriteAsync(database => AddAsync(database, asked, cancellationToken), cancellationToken);
        }
        catch (StoreAwayException)
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<Theme>> SinceAsync(DateOnly month, CancellationToken cancellationToken)
    {
        var since = Key(month);
        var rows = await databases.ReadAsync(database => database.Themes.AsNoTracking().ToListAsync(cancellationToken));
        return [.. rows.Where(row => string.CompareOrdinal(row.Month, since) >= 0).GroupBy(row => row.Subject)
            .Select(subject => new Theme(subject.Key, subject.Sum(row => row.Asked)))
            .Where(theme => theme.Asked >= Theme.Floor).OrderByDescending(theme => theme.Asked).ThenBy(theme => theme.Subject, StringComparer.Ordinal)];
    }

    /// <summary>In one order everywhere, so that two replicas never wait for each other.</summary>
    private static async Task<bool> AddAsync(
        BotDatabase database, IReadOnlyDictionary<(DateOnly Month, string Subject), int> asked, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        foreach (var ((month, subject), number) in asked.OrderBy(pair => pair.Key.Month).ThenBy(pair => pair.Key.Subject, StringComparer.Ordinal))
            await database.Database.ExecuteSqlRawAsync(Add, [Key(month), subject, number], cancellationToken);

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static string Key(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
