namespace PolicyBot.Tests.Channel;

/// <summary>One conversation of the bot: who is in it, what stands in it, and how fast it was asked.</summary>
internal sealed class Conversation(string id)
{
    private readonly List<Delivery> _messages = [];
    private readonly TakenTimes?[] _times = new TakenTimes?[Enum.GetValues<Limited>().Length];

    public string Id { get; } = id;

    public IReadOnlyList<Person> Members { get; set; } = [];

    public Reach Reach { get; set; }

    public IReadOnlyList<Delivery> Messages
    {
        get
        {
            lock (_messages)
                return [.. _messages];
        }
    }

    /// <summary>The most messages sent, changed or deleted in one second.</summary>
    public int Peak
    {
        get
        {
            var sends = Times(Limited.Send);
            lock (sends)
                return sends.Peak;
        }
    }

    public TakenTimes Times(Limited what)
    {
        lock (_messages)
            return _times[(int)what] ??= new TakenTimes();
    }

    public void Add(Delivery delivery)
    {
        lock (_messages)
            _messages.Add(delivery);
    }

    /// <returns>Whether a message has this id.</returns>
    public bool Change(string? activityId, Func<Delivery, Delivery> change)
    {
        lock (_messages)
        {
            var at = At(activityId);
            if (at >= 0)
                _messages[at] = change(_messages[at]);

            return at >= 0;
        }
    }

    /// <returns>Whether a message had this id.</returns>
    public bool Remove(string? activityId)
    {
        lock (_messages)
        {
            var at = At(activityId);
            if (at >= 0)
                _messages.RemoveAt(at);

            return at >= 0;
        }
    }

    /// <summary>What is changed is mostly what came last.</summary>
    private int At(string? activityId) =>
        long.TryParse(activityId, out var number) ? _messages.FindLastIndex(message => message.Number == number) : -1;
}
