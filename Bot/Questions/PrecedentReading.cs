using Microsoft.Extensions.Hosting;

namespace PolicyBot.Questions;

/// <summary>Reads the precedents again from time to time, for another replica may have got one.</summary>
internal sealed class PrecedentReading(Precedents precedents, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await precedents.TryReadAsync(stoppingToken);
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }
}
