using Microsoft.EntityFrameworkCore;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>Deletes errands settled long ago: their keys are free again, and what they made cannot be found by them any more.</summary>
internal sealed class ErrandCleanUp(Databases databases, ErrandSettings settings, TimeProvider clock) : IScheduledWork
{
    public string Name => "clean-up-errands";

    public string Cron => "0 20 3 * * ?";

    public Task RunAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-settings.KeepDays);
        return databases.WriteAsync(database => database.Errands.Where(row => row.DoneAt < before).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }
}
