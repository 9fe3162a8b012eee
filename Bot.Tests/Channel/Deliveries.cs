using System.Collections.Concurrent;

namespace PolicyBot.Tests.Channel;

/// <summary>What was delivered, seen from the people's side.</summary>
internal sealed class Deliveries(Roster roster, TimeProvider clock)
{
    private const long FirstNumber = 1_700_000_000_000;

    private readonly ConcurrentDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private long _last = FirstNumber;

    /// <summary>Off for a long run, whose messages would fill the memory.</summary>
    public bool KeepsActivities { get; set; } = true;

    /// <summary>Conversations whose messages are kept whole even then.</summary>
    public IReadOnlySet<string> KeptWhole { get; set; } = new HashSet<string>();

    /// <summary>Each message as it comes, before the bot hears that it was taken.</summary>
    public event Action<Delivery>? Arrived;

    /// <summary>How many messages were ever delivered, those deleted since among them.</summary>
    public long Total => Interlocked.Read(ref _last) - FirstNumber;

    /// <summary>Everything that stands now, in the order it came.</summary>
    public IReadOnlyList<Delivery> All =>
        [.. roster.Conversations.SelectMany(conversation => conversation.Messages).OrderBy(message => message.Number)];

    public IReadOnlyList<Repeat> Repeats =>
    [
        .. roster.Conversations.SelectMany(conversation => conversation.Messages.CountBy(message => message.Text ?? "")
            .Where(text => text.Value > 1).Select(text => new Repeat(conversation.Id, text.Key, text.Value))),
    ];

    /// <summary>The most messages any one conversation got in one second.</summary>
    public int PeakInAConversation =>
        roster.Conversations.Select(conversation => conversation.Peak).DefaultIfEmpty().Max();

    /// <summary>What stands in a conversation, in the order it came.</summary>
    public IReadOnlyList<Delivery> In(string conversationId) => roster.Peek(conversationId)?.Messages ?? [];

    /// <summary>Ends when so many messages have ever been delivered.</summary>
    public async Task UntilAsync(long total)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(Delivery? _)
        {
            if (Total >= total)
                reached.TrySetResult();
        }

        Arrived += Look;
        Look(null); // They may all be there.
        await reached.Task;
        Arrived -= Look;
    }

    /// <param name="activity">The whole of it, as it was sent.</param>
    public Delivery Add(Conversation conversation, string? text, string? replyTo, string activity)
    {
        var number = Interlocked.Increment(ref _last);
        var delivery = new Delivery(conversation.Id, number, Shared(text), clock.GetUtcNow(), replyTo) { Json = Kept(conversation, activity) };
        conversation.Add(delivery);
        Arrived?.Invoke(delivery);
        return delivery;
    }

    /// <returns>Whether a message has this id.</returns>
    public bool Change(Conversation conversation, string? activityId, string? text, string activity) =>
        conversation.Change(activityId, message => message with { Text = Shared(text), Json = Kept(conversation, activity) });

    private string? Kept(Conversation conversation, string activity) => KeepsActivities || KeptWhole.Contains(conversation.Id) ? activity : null;

    /// <summary>A campaign says the same to everybody, and is kept once.</summary>
    private string? Shared(string? text) => text is null ? null : _texts.GetOrAdd(text, text);
}
