using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Rounds;

namespace PolicyBot.Storage;

/// <inheritdoc cref="IRoundBook"/>
internal sealed class RoundBook(Databases databases) : IRoundBook
{
    public Task<IReadOnlyList<Round>> RoundsAsync(CancellationToken cancellationToken) =>
        databases.ReadAsync<IReadOnlyList<Round>>(async database =>
            [.. (await database.Rounds.AsNoTracking().OrderByDescending(row => row.StartedAt).ToListAsync(cancellationToken)).Select(RoundRows.Read)]);

    public Task<IReadOnlyList<RoundMember>> DueAsync(string round, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        databases.ReadAsync<IReadOnlyList<RoundMember>>(async database =>
            [.. (await database.RoundMembers.AsNoTracking().Where(row => row.Round == round && row.NextAt <= now)
                .OrderBy(row => row.NextAt).Take(most).ToListAsync(cancellationToken)).Select(RoundRows.Read)]);

    public Task<IReadOnlyList<RoundMember>> MembersAsync(string round, CancellationToken cancellationToken) =>
        databases.ReadAsync<IReadOnlyList<RoundMember>>(async database =>
            [.. (await database.RoundMembers.AsNoTracking().Where(row => row.Round == round).ToListAsync(cancellationToken)).Select(RoundRows.Read)]);

    public Task<RoundCount> CountAsync(string round, CancellationToken cancellationToken) =>
        databases.ReadAsync(async database =>
        {
            var counted = await database.RoundMembers.Where(row => row.Round == round).GroupBy(row => row.State)
                .Select(rows => new { State = rows.Key, All = rows.Count(), Asked = rows.Count(row => row.Messages > 0), Delivered = rows.Count(row => row.DeliveredAt != null), Seen = rows.Count(row => row.SeenAt != null) })
                .ToListAsync(cancellationToken);
            return new RoundCount(counted.Sum(each => each.All), counted.Sum(each => each.Asked), counted.Sum(each => each.Delivered),
                counted.ToDictionary(each => (MemberState)each.State, each => each.All))
            {
                Seen = counted.Sum(each => each.Seen),
            };
        });
}
