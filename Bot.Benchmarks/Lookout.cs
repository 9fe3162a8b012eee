using System.Diagnostics;

namespace PolicyBot.Benchmarks;

/// <summary>For what nobody announces: looks again and again, and gives up in the end.</summary>
internal static class Lookout
{
    /// <returns>False where it did not come to that in time.</returns>
    public static async Task<bool> UntilAsync(Func<Task<bool>> isSo, TimeSpan between, TimeSpan atMost)
    {
        using var timer = new PeriodicTimer(between);
        for (var clock = Stopwatch.StartNew(); !await isSo(); await timer.WaitForNextTickAsync())
            if (clock.Elapsed > atMost)
                return false;

        return true;
    }
}
