using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>
/// Deletes what nobody asks for any more: the answers to turns past their time, and messages done long ago. In chunks,
/// so that no turn waits for it. A message's key is free again once the message is deleted.
/// </summary>
internal sealed partial class CleanUp(
    Databases databases, OutboxSettings outbox, TimeProvider clock, ILogger<CleanUp> log) : IScheduledWork
{
    private const int Chunk = 500;

    public string Name => "clean-up";

    public string Cron => "0 10 3 * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var heard = await DeleteHeardAsync(now, cancellationToken);
        var messages = await DeleteMessagesAsync(now.AddDays(-outbox.KeepDays), cancellationToken);
        Done(heard, messages, outbox.KeepDays);
    }

    private async Task<int> DeleteHeardAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (deleted, chunk) = (0, 0);
        do
        {
            chunk = await databases.WriteAsync(database => database.Heard.Where(row => row.Until < now)
                .OrderBy(row => row.Until).Take(Chunk).ExecuteDeleteAsync(cancellationToken), cancellationToken);
            deleted += chunk;
        }
        while (chunk == Chunk);

        return deleted;
    }

    /// <summary>Finding them reads the table once from one end to the other, and reading holds no turn up.</summary>
    private async Task<int> DeleteMessagesAsync(DateTimeOffset doneBefore, CancellationToken cancellationToken)
    {
        var (deleted, last, ids) = (0, 0L, new List<long>());
        do
        {
            ids = await databases.ReadAsync(database => database.Outbox
                .Where(row => row.Id > last && row.DoneAt < doneBefore)
                .OrderBy(row => row.Id).Take(Chunk).Select(row => row.Id).ToListAsync(cancellationToken));
            deleted += await databases.WriteAsync(database => database.Outbox.Where(row => ids.Contains(row.Id))
                .ExecuteDeleteAsync(cancellationToken), cancellationToken);
            last = ids.LastOrDefault();
        }
        while (ids.Count == Chunk);

        return deleted;
    }

    [LoggerMessage(LogLevel.Information,
        "Cleaned up: {Heard} answers to turns past their time and {Messages} messages done over {Days} days ago are deleted")]
    private partial void Done(int heard, int messages, int days);
}
