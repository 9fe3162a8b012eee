using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>What a turn comes to, from the state, if any, and now; null where it changes nothing.</summary>
internal delegate ValueTask<Change<TState>?> Decision<TState>(TState? state, DateTimeOffset now, CancellationToken cancellationToken)
    where TState : class;

/// <summary>
/// What a turn comes to that changes something. Decided anew where another turn was first, so that deciding must leave
/// no trace of its own.
/// </summary>
internal sealed record Change<TState>(TState State)
{
    public IReadOnlyList<Activity> Replies { get; init; } = [];

    /// <summary>For an invoke; null where the turn is none.</summary>
    public InvokeResponse? Answer { get; init; }

    /// <summary>Messages to others.</summary>
    public IReadOnlyList<Promise> Promises { get; init; } = [];

    /// <summary>Records of other rooms, written in the turn's own transaction.</summary>
    public IReadOnlyList<object> Records { get; init; } = [];

    /// <summary>Until when the conversation waits for an answer to what the bot asked; null where it asked nothing.</summary>
    public DateTimeOffset? WaitsUntil { get; init; }
}

/// <summary>What a turn was answered with, to be answered with it again. Replies only where they were the HTTP answer.</summary>
internal sealed record TurnAnswer(IReadOnlyList<Activity>? Replies, InvokeResponse? Invoke);
