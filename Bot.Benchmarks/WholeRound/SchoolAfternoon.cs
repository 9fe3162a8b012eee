using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Benchmarks.Speed;
using PolicyBot.Commands;
using PolicyBot.Tests.Acknowledgements;

namespace PolicyBot.Benchmarks.WholeRound;

/// <summary>
/// The bot as it is, served or at the command line, in processes whose clock shows a school's afternoon, and what they are
/// set to. Everybody's own time of the day is past by then, so that a round wants to reach all of them at once.
/// </summary>
internal sealed class SchoolAfternoon : IDisposable
{
    public const string Verb = "afternoon";

    private const string Terms = """
        hours: 06:00-21:00
        terms:
          - name: Autumn 2026
            from: 2026-09-01
            until: 2026-12-18
        """;

    /// <summary>A quarter of a minute before the work of the next minute: time to bring in a few people and start.</summary>
    private static readonly DateTimeOffset Begin = Calendars.At("2026-09-14 17:20").AddSeconds(-15);

    private readonly string _folder = Directory.CreateTempSubdirectory("policybot-school-").FullName;
    private readonly TimeSpan _by = Begin - TimeProvider.System.GetUtcNow();
    private readonly string[] _settings;

    public SchoolAfternoon(IEnumerable<string> settings)
    {
        _settings = ["--environment=Development", "--Logging:LogLevel:Default=Warning", "--Rounds:Annual=0", $"--Rounds:Calendar={Write("calendar.yaml", Terms)}", .. settings];
        Clock = new ShiftedClock(_by);
    }

    public TimeProvider Clock { get; }

    /// <returns>Where the file is.</returns>
    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public ServerProcess Serve() =>
        new(typeof(SchoolAfternoon).Assembly.Location, $"{Verb} {_by.Ticks} --urls={{url}} {string.Join(' ', _settings.Select(setting => $"\"{setting}\""))}", onFirstCore: false);

    /// <summary>As the person who runs it types it.</summary>
    public async Task CommandAsync(params string[] words)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(SchoolAfternoon).Assembly.Location, Verb, _by.Ticks.ToString(CultureInfo.InvariantCulture), .. words, .. _settings])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != Command.Done)
            throw new InvalidOperationException($"{string.Join(' ', words)} ended with {process.ExitCode}: {said}");

        Console.WriteLine($"{words[0]} {words[1]} in {clock.Elapsed.TotalSeconds:0.0} s");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <param name="args">By how many ticks the clock is set on or back; then what the bot gets.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var (mistakes, by) = (new StartMistakes(), TimeSpan.FromTicks(long.Parse(args[0], CultureInfo.InvariantCulture)));
        await using var app = Program.Build(args[1..], mistakes, services => services.AddSingleton<TimeProvider>(new ShiftedClock(by)));
        return await Command.Parse(args[1..]).RunAsync(app, mistakes);
    }
}
