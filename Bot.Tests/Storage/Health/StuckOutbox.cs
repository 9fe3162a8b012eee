using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage.Health;

/// <summary>Has a message that could have been sent since then, and gives it to nobody.</summary>
internal sealed class StuckOutbox(DateTimeOffset since) : IOutboxStore
{
    public Task<int> PromiseAsync(
        IReadOnlyList<Promise> promises, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(0);

    public Task<IReadOnlyList<OutboxMessage>> ClaimAsync(
        int most, DateTimeOffset now, DateTimeOffset leaseEnds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxMessage>>([]);

    public Task SettleAsync(
        IReadOnlyList<Settlement> settlements, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public Task<DateTimeOffset> ReserveAsync(TimeSpan time, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(now);

    public Task<IReadOnlyList<CampaignProgress>> ProgressAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CampaignProgress>>([]);

    public Task<IReadOnlyList<UnreachablePerson>> UnreachableAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<UnreachablePerson>>([]);

    public Task<DateTimeOffset?> OldestDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<DateTimeOffset?>(since);
}
