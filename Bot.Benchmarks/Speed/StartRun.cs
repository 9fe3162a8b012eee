using System.Diagnostics;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>
/// From the start of the process to its first answer, on a database that it has to make and on one that is there; and its memory when it
/// has been left alone: what it holds itself, and the program files that are mapped.
/// </summary>
internal static class StartRun
{
    private const int Runs = 5;

    private static readonly TimeSpan AtRest = TimeSpan.FromSeconds(15);

    /// <param name="program">The published program or a .dll of it.</param>
    public static async Task RunAsync(string program)
    {
        var folder = Directory.CreateTempSubdirectory("policybot-start-");
        await MeasureAsync(program, Path.Combine(folder.FullName, "warm.db"), TimeSpan.Zero); // This process is compiled, and the files are in the page cache.
        for (var run = 1; run <= Runs; run++)
        {
            var database = Path.Combine(folder.FullName, $"{run}.db");
            Console.WriteLine($"run {run}: a new database   {await MeasureAsync(program, database, AtRest)}");
            Console.WriteLine($"run {run}: one that is there {await MeasureAsync(program, database, AtRest)}");
        }

        folder.Delete(recursive: true);
    }

    private static async Task<string> MeasureAsync(string program, string database, TimeSpan rest)
    {
        var clock = Stopwatch.StartNew();
        using var bot = new ServerProcess(program, $"--environment Development --urls {{url}} --Logging:LogLevel:Default=Warning --Storage:ConnectionString=\"Data Source={database}\"", onFirstCore: false);
        await bot.UntilItAnswersAsync(TurnSpeed.Question);
        var ready = clock.Elapsed;
        await Task.Delay(rest);
        return $"first answer after {ready.TotalSeconds:0.00} s; at rest {bot.Memory >> 20} MB resident{Parts(bot.Id)}";
    }

    /// <summary>As /proc/PID/status of Linux has it.</summary>
    private static string Parts(int process)
    {
        if (!OperatingSystem.IsLinux())
            return "";

        var kilobytes = File.ReadLines($"/proc/{process}/status").Where(line => line.StartsWith("Rss", StringComparison.Ordinal))
            .ToDictionary(line => line[..line.IndexOf(':', StringComparison.Ordinal)], line => int.Parse(line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture));
        return $", {(kilobytes["RssAnon"] + kilobytes["RssShmem"]) >> 10} MB of them its own and {kilobytes["RssFile"] >> 10} MB mapped files";
    }
}
