using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>Follows who waits for an answer, and follows anew where the database was lost.</summary>
internal sealed partial class WaitingWatch(
    Databases databases, WaitingFeed feed, TimeProvider clock, ILogger<WaitingWatch> log) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private bool _isLost;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (true)
        {
            await FollowAsync(stoppingToken);
            await Task.Delay(BetweenTries, clock, stoppingToken);
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        try
        {
            await databases.PrepareAsync().WaitAsync(stopping);
            await feed.FollowAsync(InStep, stopping);
        }
        catch (Exception fault) when (fault is StoreAwayException or DbException || DatabaseFaults.IsAway(fault))
        {
            if (!_isLost)
                Lost(fault.GetBaseException().Message);
            _isLost = true;
        }
    }

    private void InStep()
    {
        if (_isLost)
            Found();
        _isLost = false;
    }

    [LoggerMessage(LogLevel.Warning, "Who waits for an answer is looked up with each message until the database is back: {Reason}")]
    private partial void Lost(string reason);

    [LoggerMessage(LogLevel.Information, "Who waits for an answer is known again without asking the database")]
    private partial void Found();
}
