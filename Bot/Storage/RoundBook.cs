using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <inheritdoc cref="IRoundBook"/>
internal sealed class RoundBook(Databases databases) : IRoundBook
{
    public Task<IReadOnlyList<Round>> RoundsAsync(CancellationToken cancellationToken) =>
        databases.ReadAsync<IReadOnlyList<Round>>(async database =>
            [.. (await database.Rounds.AsNoTracking().OrderByDescending(row => row.StartedAt).ToListAsync(cancellationToken)).Select(RoundRows.Read)]);

    public Task<IReadOnlyList<DueMember>> DueAsync(string round, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        databases.ReadAsync<IReadOnlyList<DueMember>>(async database =>
        {
            var due = await database.RoundMembers.AsNoTracking().Where(row => row.Round == round && row.NextAt <= now).OrderBy(row => row.NextAt).Take(most)
                .LeftJoin(database.People, member => member.Person, person => person.Id, (member, person) => new { member, person }).ToListAsync(cancellationToken);
            return [.. due.Select(row => new DueMember(RoundRows.Read(row.member), row.person is { } person ? PersonRows.Read(person) : null))];
        });

    public Task<IReadOnlyList<UnsettledPerson>> UnsettledAsync(string round, string after, int most, CancellationToken cancellationToken) =>
        databases.ReadAsync<IReadOnlyList<UnsettledPerson>>(async database =>
        {
            var page = await Unsettled(database, round, after).OrderBy(pair => pair.Person.Id).Take(most).ToListAsync(cancellationToken);
            return [.. page.Select(pair => new UnsettledPerson(PersonRows.Read(pair.Person), pair.Member is { } member ? RoundRows.Read(member) : null))];
        });

    public Task<int> CountUnsettledAsync(string round, CancellationToken cancellationToken) =>
        databases.ReadAsync(database => Unsettled(database, round, "").CountAsync(cancellationToken));

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

    /// <summary>Both tables are entered at the page's first row, or PostgreSQL would read the one from its beginning for each page.</summary>
    private static IQueryable<Pair> Unsettled(BotDatabase database, string round, string after) =>
        database.People.AsNoTracking().Where(row => string.Compare(row.Id, after) > 0)
            .LeftJoin(database.RoundMembers.Where(row => row.Round == round && string.Compare(row.Person, after) > 0), person => person.Id, member => member.Person,
                (person, member) => new Pair { Person = person, Member = member })
            .Where(pair => pair.Member == null || (pair.Member.State != (int)MemberState.Acknowledged && pair.Member.State != (int)MemberState.Exempt));

    private sealed class Pair
    {
        public required PersonRow Person { get; init; }

        public RoundMemberRow? Member { get; init; }
    }
}
