using System.Diagnostics;

namespace PolicyBot.Tests;

/// <summary>For what nobody announces: looks every few milliseconds, and gives up after a minute.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), BetweenLooks = TimeSpan.FromMilliseconds(5);

    public static Task SoAsync(Func<bool> isSo) => SoAsync(() => Task.FromResult(isSo()));

    public static async Task SoAsync(Func<Task<bool>> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(clock.Elapsed < Patience, "It did not come to that within a minute.");
            await Task.Delay(BetweenLooks, TestContext.Current.CancellationToken);
        }
    }
}
