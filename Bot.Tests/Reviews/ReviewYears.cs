using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Policies;
using PolicyBot.Reviews;
using PolicyBot.Storage;
using PolicyBot.Teams.Reviews;
using PolicyBot.Teams.Texts;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Policies;
using PolicyBot.Tests.Storage;
using PolicyBot.Tests.Storage.Schedules;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Reviews;

/// <summary>The bot's replicas from day to day, on a clock that is set.</summary>
internal sealed class ReviewYears : IAsyncDisposable
{
    public const string Head = "11111111-0000-4000-8000-000000000001", Chair = "11111111-0000-4000-8000-000000000002", Bo = "11111111-0000-4000-8000-000000000003";

    private static readonly Dictionary<string, string> Names = new() { [BotHost.ManagerId] = "manager", [Head] = "head", [Chair] = "chair", [Bo] = "Bo" };

    private readonly TestDatabase _database;
    private readonly List<BotHost> _old = [];
    private List<BotHost> _bots = [];

    private ReviewYears(TestDatabase database, Noticeboard board) => (_database, Board) = (database, board);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Noticeboard Board { get; }

    /// <summary>What a replica had done when it was killed and had not written down.</summary>
    public IReadOnlyList<string> RunTwice { get; private set; } = [];

    private BotHost First => _bots[0];

    public static async Task<ReviewYears> BeginAsync(TestDatabase database, int replicas)
    {
        var clock = new ManualClock(ManualClock.Start);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();
        var years = new ReviewYears(database, new Noticeboard(clock, Names));
        years._bots.Add(await years.StartAsync(null, clock));
        for (var i = 1; i < replicas; i++)
            years._bots.Add(await years.StartAsync(years.First, clock));

        foreach (var (id, name) in Names)
            await years.MeetAsync(id, name);
        years.First.Channel.Delivered.Arrived += years.Read;
        var member = new StaffMember(PersonId.Parse(Bo), "Bo Reed", PersonKind.Staff);
        await years.First.Services.GetRequiredService<IRosterBook>().BringInAsync(new PolicyBot.Acknowledgements.People.Roster([member]), clock.GetUtcNow(), Token);
        return years;
    }

    /// <summary>Whoever has written once can be written to.</summary>
    private async Task MeetAsync(string id, string name)
    {
        First.Channel.Roster.Install(new Person($"29:{id}", id, name) { ConversationId = $"a:{id}" });
        var hello = Said.Message("hello", First.Channel.ServiceUrl).Replace("29:ann", $"29:{id}", StringComparison.Ordinal)
            .Replace("11111111-2222-3333-4444-555555555555", id, StringComparison.Ordinal).Replace("a:1", $"a:{id}", StringComparison.Ordinal);
        using var answer = await First.PostAsync(hello);
        Assert.True(answer.IsSuccessStatusCode);
    }

    public async Task UntilAsync(string day)
    {
        var until = SchoolTime.StartOf(DateOnly.ParseExact(day, "yyyy-MM-dd"));
        while (First.Clock.GetUtcNow() < until)
        {
            if (SchoolTime.DayOf(First.Clock.GetUtcNow()).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                await WorkAsync(); // The bot does nothing out of school time; that it does not is tested elsewhere.
            First.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    public async Task DoAsync<T>(string what, Func<ReviewSteering, ReviewStanding, Task<T>> act)
    {
        Board.Remark(what);
        var standing = (await First.Services.GetRequiredService<ReviewDesk>().FindAsync("social-media", Token))!;
        await act(First.Services.GetRequiredService<ReviewSteering>(), standing);
        await WorkAsync();
    }

    /// <summary>It has made its calls, and dies before it could write that down. With one replica it is started again.</summary>
    public async Task KillOneInTheMiddleAsync()
    {
        var (dying, errands) = (_bots[^1], _bots[^1].Services.GetRequiredService<IErrandStore>());
        await WatchAsync(dying);
        var (now, done) = (dying.Clock.GetUtcNow(), new List<string>());
        foreach (var runner in dying.Services.GetServices<IErrandRunner>())
            foreach (var claimed in await errands.ClaimAsync(runner.Kind, 10, now, now.AddMinutes(2), Token))
            {
                await runner.RunAsync(claimed.Errand, claimed.Attempt, Token);
                done.Add(claimed.Errand.Key);
            }

        RunTwice = [.. done.Order(StringComparer.Ordinal)];
        Assert.NotEmpty(RunTwice);
        _bots[^1] = await StartAsync(dying, dying.Clock);
        First.Clock.Advance(TimeSpan.FromMinutes(3));
        await WorkAsync();
    }

    public async Task RewordAsync(string old, string other)
    {
        Board.Remark($"another text: {old} becomes {other}");
        var (stopped, count) = (First, _bots.Count);
        var before = stopped.Services.GetRequiredService<PolicyLibrary>();
        foreach (var bot in _bots)
            await bot.StopAsync();
        List<BotHost> others = [];
        for (var i = 0; i < count; i++)
            others.Add(await StartAsync(stopped, stopped.Clock, services => services.AddReworded(before, old, other)));

        _old.AddRange(_bots);
        _bots = others;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots.AsEnumerable().Reverse().Concat(_old.AsEnumerable().Reverse()))
            await bot.DisposeAsync();
    }

    private Task<BotHost> StartAsync(BotHost? beside, ManualClock clock, Action<IServiceCollection>? change = null) => BotHost.StartAsync(
        services =>
        {
            services.AddSingleton(new ReviewSettings { Head = Head, Chair = Chair, Channels = ReviewChannel.All });
            foreach (var runner in Board.Runners())
                services.AddSingleton(runner);
            foreach (var dispatcher in services.Where(service => service.ImplementationType == typeof(OutboxDispatcher) || service.ImplementationType == typeof(ErrandDispatcher)).ToList())
                services.Remove(dispatcher); // Here it is done day by day.
            services.AddNothingByTheClock();
            change?.Invoke(services);
        },
        _database, beside, clock);

    private async Task WorkAsync()
    {
        await Task.WhenAll(_bots.Select(WatchAsync));
        foreach (var bot in _bots)
            await bot.Services.GetRequiredService<ReferenceBook>().WriteAsync(Token);
        await Task.WhenAll(_bots.Select(DeliverAsync));
    }

    private static async Task WatchAsync(BotHost bot)
    {
        foreach (var work in bot.Services.GetServices<IScheduledWork>().Where(work => work is TextWatch or ReviewWatch))
            await work.RunAsync(Token);
    }

    private static async Task DeliverAsync(BotHost bot)
    {
        while (await bot.Services.GetRequiredService<OutboxRound>().RunAsync(Token) > 0)
        {
        }

        var round = bot.Services.GetRequiredService<ErrandRound>();
        while (await round.DueAsync(Token) is [var kind, ..] && await round.RunAsync(kind, Token) > 0)
        {
        }
    }

    private void Read(Delivery delivery)
    {
        using var activity = JsonDocument.Parse(delivery.Json!);
        var person = delivery.ConversationId["a:".Length..];
        Board.Chat(person, activity.RootElement.TryGetProperty("summary", out var summary) ? summary.GetString()! : delivery.Text!);
    }
}
