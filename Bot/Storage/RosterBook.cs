using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <inheritdoc cref="IRosterBook"/>
internal sealed class RosterBook(Databases databases) : IRosterBook
{
    private const int Batch = 10_000;

    /// <summary>Rosters come in one after the other, or two would tell the register of the same leave.</summary>
    private const long BringingIn = 0x526F73746572;

    /// <summary>A trust's roster is no turn: whoever brings one in can wait until the one before is through.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _write = RosterStatement.For(databases.IsSqlite);

    public Task<Roster> ReadAsync(CancellationToken cancellationToken) =>
        databases.ReadAsync(database => RosterOfAsync(database, cancellationToken));

    public Task<RosterComparison> BringInAsync(Roster roster, DateTimeOffset at, CancellationToken cancellationToken) =>
        databases.WriteAsync(async database =>
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
            database.Database.SetCommandTimeout(Patience);
            if (!databases.IsSqlite)
                await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({BringingIn})", cancellationToken);

            var comparison = Roster.Compare(await RosterOfAsync(database, cancellationToken), roster);
            if (comparison.Faults.Count > 0)
                return comparison;

            foreach (var people in InOneOrder(comparison.Later).Chunk(Batch))
                await database.Database.ExecuteSqlRawAsync(
                    _write, [Json(people, at), at.ToUnixTimeMilliseconds()], cancellationToken);

            await RosterTraces.WriteAsync(database, comparison, at, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return comparison;
        }, cancellationToken);

    /// <summary>So that whoever erases somebody meanwhile and this do not wait for each other.</summary>
    private static IEnumerable<StaffMember> InOneOrder(Roster roster) =>
        roster.People.OrderBy(person => person.Id.Value, StringComparer.Ordinal);

    private static async Task<Roster> RosterOfAsync(BotDatabase database, CancellationToken cancellationToken)
    {
        var rows = await database.People.AsNoTracking().ToListAsync(cancellationToken);
        return new Roster(rows.Select(PersonRows.Read)
            .OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(person => person.Id.Value, StringComparer.Ordinal));
    }

    private static string Json(StaffMember[] people, DateTimeOffset at) =>
        JsonSerializer.Serialize([.. people.Select(person => PersonRows.From(person, at))], PersonRowJson.Default.PersonRowArray);
}
