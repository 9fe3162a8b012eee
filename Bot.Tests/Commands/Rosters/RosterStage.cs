using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.BotFramework;
using PolicyBot.Commands;
using PolicyBot.Storage;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Commands.Rosters;

/// <summary>Somebody at the command line with a file, and the bot, its database and its channel behind it. Waiting for the channel takes no time here.</summary>
internal sealed class RosterStage(BotHost bot, List<TimeSpan> waits) : IAsyncDisposable
{
    public const string Club = "19:club+a/b@thread.tacv2", School = "19:school@thread.tacv2";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roster");

    public BotHost Bot => bot;

    /// <summary>How long the bot waited before it asked the channel again.</summary>
    public IReadOnlyList<TimeSpan> Waits => waits;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private RosterCommand Desk => bot.Services.GetRequiredService<RosterCommand>();

    public static async Task<RosterStage> OpenAsync(TestDatabase database)
    {
        var (clock, waits) = (new ManualClock(ManualClock.Start), new List<TimeSpan>());
        var bot = await BotHost.StartAsync(services => services.AddSingleton(new RetryRules(new LeapingClock(clock, waits))), database, clock: clock);
        await bot.Services.GetRequiredService<Databases>().PrepareAsync();
        bot.Channel.Roster.KnowsConversations = true;
        return new RosterStage(bot, waits);
    }

    public string FileOf(params string[] lines)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.csv");
        File.WriteAllLines(path, lines);
        return path;
    }

    /// <returns>What is said, and the exit code.</returns>
    public Task<Command.Explain> ImportAsync(params string[] lines) => Desk.ImportAsync(FileOf(lines), isTry: false);

    public Task<Command.Explain> TryAsync(params string[] lines) => Desk.ImportAsync(FileOf(lines), isTry: true);

    public Task<Command.Explain> ImportFileAsync(string path) => Desk.ImportAsync(path, isTry: false);

    public Task<Command.Explain> ImportTeamAsync(string? team = null, bool isTry = false) => Desk.ImportTeamAsync(team, isTry);

    public Task<Command.Explain> ShowAsync(string? day = null) => Desk.ShowAsync(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    public async Task<IReadOnlyList<StaffMember>> RosterAsync() => (await bot.Services.GetRequiredService<IRosterBook>().ReadAsync(Token)).People;

    /// <summary>The register, proven.</summary>
    public async Task<IReadOnlyList<RegisterEntry>> RegisterAsync()
    {
        var (entries, check) = (new List<RegisterEntry>(), new ChainCheck());
        check.End(await bot.Services.GetRequiredService<IRegister>().ReadAsync(entry =>
        {
            check.Take(entry);
            entries.Add(entry);
        }, Token));
        Assert.Empty(check.Faults);
        return entries;
    }

    /// <summary>The bot is added to a team, as Teams tells it.</summary>
    public Task AddToTeamAsync(string team, string? name, params IReadOnlyList<Person> members)
    {
        bot.Channel.Roster.OpenTeam(team, members);
        return PostAsync(InTeam(Said.Joined(team, bot.Channel.ServiceUrl, Said.ExpectReplies), team, name));
    }

    /// <summary>Somebody writes in a channel of the team.</summary>
    public Task WriteInTeamAsync(string team, string channel) =>
        PostAsync(InTeam(Said.Message("hello", bot.Channel.ServiceUrl, more: Said.ExpectReplies).Replace("\"a:1\"", $"\"{channel};messageid=1\"", StringComparison.Ordinal), team, null));

    public Task RemoveFromTeamAsync(string team) =>
        PostAsync(InTeam(Said.Installed(team, bot.Channel.ServiceUrl, "remove", Said.ExpectReplies), team, null));

    public async ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        await bot.DisposeAsync();
    }

    private async Task PostAsync(string activity)
    {
        using var response = await bot.PostAsync(activity);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        await bot.Services.GetRequiredService<ReferenceBook>().WriteAsync(Token);
    }

    private static string InTeam(string activity, string team, string? name) => activity
        .Replace("\"personal\"", "\"channel\"", StringComparison.Ordinal)
        .Replace("\"channelData\":{", $$"""
            "channelData":{"team":{"id":"{{team}}"{{(name is null ? "" : $",\"name\":\"{name}\"")}}},
            """, StringComparison.Ordinal);

    /// <summary>A wait is over at once, and the bot's time and the channel's have gone on by as much.</summary>
    private sealed class LeapingClock(ManualClock clock, List<TimeSpan> waits) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero)
            {
                waits.Add(dueTime);
                clock.Advance(dueTime);
            }

            return base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
        }
    }
}
