using Microsoft.Extensions.Logging;
using PolicyBot.BotFramework;
using PolicyBot.Storage;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Turns;

/// <summary>One bot's turns and its database, and nothing else of the bot. What it says is kept.</summary>
internal sealed class BareBot : IAsyncDisposable
{
    public static readonly ConversationKey Here = new("msteams/conversations/a:1");

    private readonly WaitingWatch _watch;

    public BareBot(StorageSettings storage, TimeProvider clock)
    {
        Databases = new Databases(storage);
        Waiting = new WaitingConversations(clock);
        Store = new TurnStore(Databases, new([new AbsenceWriter(), new ReturnWriter()]), Waiting);
        Outbox = new OutboxStore(Databases, new OutboxSettings());
        var deliveries = new DeliveryLog(Outbox, clock);
        Turns = new LastingTurns(Store, deliveries, new ConversationGates(), clock);
        _watch = new WaitingWatch(Databases, new WaitingFeed(Databases, storage, Waiting, clock), clock,
            LoggerFactory.Create(logging => logging.AddProvider(Log)).CreateLogger<WaitingWatch>());
    }

    public BareBot(TestDatabase database)
        : this(database.Settings, new ManualClock(ManualClock.Start))
    {
    }

    public CapturedLog Log { get; } = new();

    public Databases Databases { get; }

    public TurnStore Store { get; }

    public OutboxStore Outbox { get; }

    public LastingTurns Turns { get; }

    public WaitingConversations Waiting { get; }

    /// <summary>Whether it waits for an answer here, as far as it knows.</summary>
    public bool? IsWaiting => Waiting.IsWaiting(Here);

    public List<string?> Said { get; } = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Begins to follow who waits, and may have to wait for the database.</summary>
    public Task WatchAsync() => _watch.StartAsync(Token);

    public async Task WatchUntilInStepAsync()
    {
        await WatchAsync();
        await Until.SoAsync(() => IsWaiting is not null);
    }

    public Task HearAsync(string text, Decision<Count> decide) => HearAsync(Turn(Message(text)), decide);

    /// <summary>On a busy machine a new database takes longer to prepare than a turn waits, and where the clock stands still that is for ever.</summary>
    public async Task HearAsync(TurnContext turn, Decision<Count> decide)
    {
        await Databases.PrepareAsync();
        await Turns.RunAsync(turn, CountJson.Default.Count, decide, Token);
    }

    /// <summary>Counts, and waits for an answer until then.</summary>
    public Task AskAsync(DateTimeOffset? until) =>
        HearAsync("ask", (count, _, _) => new(CountingBot.Next(count, "asked") with { WaitsUntil = until }));

    public TurnContext Turn(Activity activity) => new(activity, (reply, _) =>
    {
        Said.Add(reply.Text);
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(null));
    });

    public static Activity Message(string text) => new()
    {
        Type = ActivityTypes.Message,
        Id = Guid.NewGuid().ToString(),
        ChannelId = Channels.Teams,
        ServiceUrl = "https://localhost/",
        Conversation = new() { Id = "a:1" },
        From = new() { Id = "29:ann" },
        Recipient = new() { Id = "28:bot" },
        Text = text,
    };

    public async ValueTask DisposeAsync()
    {
        await _watch.StopAsync(CancellationToken.None);
        _watch.Dispose();
        Databases.Dispose();
    }
}
