using PolicyBot.BotFramework;
using PolicyBot.Storage;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Turns;

/// <summary>One bot's turns and its database, and nothing else of the bot. What it says is kept.</summary>
internal sealed class BareBot : IDisposable
{
    public static readonly ConversationKey Here = new("msteams/conversations/a:1");

    private readonly Databases _databases;

    public BareBot(TestDatabase database)
    {
        _databases = new Databases(database.Settings);
        Store = new TurnStore(_databases);
        var deliveries = new DeliveryLog(new OutboxStore(_databases, new OutboxSettings()), Clock);
        Turns = new LastingTurns(Store, deliveries, new ConversationGates(), Clock);
    }

    public ManualClock Clock { get; } = new(ManualClock.Start);

    public TurnStore Store { get; }

    public LastingTurns Turns { get; }

    public List<string?> Said { get; } = [];

    public Task HearAsync(string text, Decision<Count> decide) => HearAsync(Turn(Message(text)), decide);

    public Task HearAsync(TurnContext turn, Decision<Count> decide) =>
        Turns.RunAsync(turn, CountJson.Default.Count, decide, TestContext.Current.CancellationToken);

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

    public void Dispose() => _databases.Dispose();
}
