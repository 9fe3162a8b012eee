using System.Text.Json.Serialization.Metadata;
using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>What a turn can do besides answering: remember, promise, and know that it has been before.</summary>
internal sealed class ConversationTurns(
    LastingTurns turns, ReferenceBook references, HeldUpReplies heldUp, WaitingConversations waiting)
{
    private readonly RecentActivities _recent = new();

    /// <summary>Notes where the conversation is.</summary>
    /// <returns>False for an activity that was answered before by a message of its own; its answer is not sent again.</returns>
    public bool Begin(TurnContext turn)
    {
        references.Note(turn.Activity);
        return turn.RepliesAreTheAnswer || turn.Activity.Type == ActivityTypes.Invoke || !_recent.Knows(turn.Activity);
    }

    /// <summary>Replies of a turn that changes nothing: sent at once, and by the outbox where the channel is busy for longer than a turn.</summary>
    /// <returns>The id of the first; null where there is none, or the channel did not say it.</returns>
    public async Task<string?> SayAsync(TurnContext turn, IEnumerable<Activity> messages, CancellationToken cancellationToken)
    {
        var outcomes = new List<SendOutcome>();
        foreach (var message in messages)
        {
            outcomes.Add(await turn.SendActivityAsync(message, cancellationToken));
            if (outcomes[^1] is SendOutcome.Busy busy)
                await heldUp.PromiseAsync(turn, message, busy);
        }

        return outcomes is [SendOutcome.Sent first, ..] ? first.Id : null;
    }

    /// <summary>Whether the bot asked something here that still waits for an answer. Asks no database.</summary>
    /// <returns>Null where only the state can say: it is read by a change.</returns>
    public bool? IsWaiting(TurnContext turn) => waiting.IsWaiting(ConversationKey.Of(turn.Activity));

    /// <inheritdoc cref="LastingTurns.RunAsync"/>
    public Task ChangeAsync<TState>(TurnContext turn, JsonTypeInfo<TState> type, Decision<TState> decide, CancellationToken cancellationToken)
        where TState : class =>
        turns.RunAsync(turn, type, decide, cancellationToken);

    /// <summary>The same for what is decided from the state and the clock alone.</summary>
    public Task ChangeAsync<TState>(
        TurnContext turn, JsonTypeInfo<TState> type, Func<TState?, DateTimeOffset, Change<TState>?> decide, CancellationToken cancellationToken)
        where TState : class =>
        turns.RunAsync(turn, type, (state, now, _) => ValueTask.FromResult(decide(state, now)), cancellationToken);

    /// <summary>The bot left the conversation: nothing of it is kept.</summary>
    public Task ForgetAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var (conversation, team) = (ConversationKey.Of(turn.Activity), TeamsChannelData.TeamOf(turn.Activity)?.Id);
        references.Forget(conversation, team);
        return turns.ForgetAsync(conversation, team, cancellationToken);
    }
}
