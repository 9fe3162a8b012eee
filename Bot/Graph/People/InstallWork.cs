using PolicyBot.Turns;

namespace PolicyBot.Graph.People;

/// <summary>Has the bot installed for everybody on the roster whom it cannot write to yet.</summary>
internal sealed class InstallWork(InstallList list, IRecordStore records) : IScheduledWork
{
    public string Name => "install-for-staff";

    public string Cron => "0 5/10 * * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await list.ReadAsync(cancellationToken) is { Count: > 0 } errands)
            await records.WriteAsync([new Errands(errands)], [], cancellationToken);
    }
}
