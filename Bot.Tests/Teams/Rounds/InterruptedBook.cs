using PolicyBot.Acknowledgements.Rounds;

namespace PolicyBot.Tests.Teams.Rounds;

/// <summary>The rounds' book in which something else happens just before a page is read.</summary>
internal sealed class InterruptedBook(IRoundBook book) : IRoundBook
{
    /// <summary>Happens once.</summary>
    public Func<Task>? Before { get; set; }

    public Task<IReadOnlyList<Round>> RoundsAsync(CancellationToken cancellationToken) => book.RoundsAsync(cancellationToken);

    public Task<IReadOnlyList<DueMember>> DueAsync(string round, DateTimeOffset now, int most, CancellationToken cancellationToken) => book.DueAsync(round, now, most, cancellationToken);

    public async Task<IReadOnlyList<UnsettledPerson>> UnsettledAsync(string round, string after, int most, CancellationToken cancellationToken)
    {
        if (Before is { } before)
        {
            Before = null;
            await before();
        }

        return await book.UnsettledAsync(round, after, most, cancellationToken);
    }

    public Task<int> CountUnsettledAsync(string round, CancellationToken cancellationToken) => book.CountUnsettledAsync(round, cancellationToken);

    public Task<IReadOnlyList<RoundMember>> MembersAsync(string round, CancellationToken cancellationToken) => book.MembersAsync(round, cancellationToken);

    public Task<RoundCount> CountAsync(string round, CancellationToken cancellationToken) => book.CountAsync(round, cancellationToken);
}
