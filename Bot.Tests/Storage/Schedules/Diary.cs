using System.Threading.Channels;
using PolicyBot.Turns;
using static System.Threading.Channels.Channel;

namespace PolicyBot.Tests.Storage.Schedules;

/// <summary>Work that writes down when it was done.</summary>
internal sealed class Diary(string name, string cron, TimeProvider clock) : IScheduledWork
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<DateTimeOffset> _entries = CreateUnbounded<DateTimeOffset>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public string Name => name;

    public string Cron => cron;

    /// <summary>Entries that nobody has read yet.</summary>
    public int Unread => _entries.Reader.Count;

    public Task RunAsync(CancellationToken cancellationToken) =>
        _entries.Writer.WriteAsync(clock.GetUtcNow(), cancellationToken).AsTask();

    public Task<DateTimeOffset> NextAsync() => _entries.Reader.ReadAsync(Token).AsTask().WaitAsync(Patience, Token);
}
