using System.Text.Json.Serialization.Metadata;
using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>What a turn can do besides answering: remember, promise, and know that it has been before.</summary>
internal sealed class ConversationTurns(LastingTurns turns, ReferenceBook references, IOutboxStore outbox, TimeProvider clock)
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
    public async Task SayAsync(TurnContext turn, IEnumerable<Activity> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            if (await turn.SendActivityAsync(message, cancellationToken) is SendOutcome.Busy busy)
                await TryPromiseAsync(Late(turn, message, busy));
        }
    }

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
        var conversation = ConversationKey.Of(turn.Activity);
        references.Forget(conversation);
        return turns.ForgetAsync(conversation, cancellationToken);
    }

    private async Task TryPromiseAsync(Promise promise)
    {
        try
        {
            await outbox.PromiseAsync([promise], clock.GetUtcNow(), CancellationToken.None);
        }
        catch (StoreAwayException)
        {
            // A busy channel and no database: there is no way left to the person, who was promised nothing.
        }
    }

    private Promise Late(TurnContext turn, Activity message, SendOutcome.Busy busy) => new(
        new Recipient.Conversation(ConversationKey.Of(turn.Activity), turn.Activity.ServiceUrl),
        turn.Activity.CreateReply(message),
        clock.GetUtcNow() + (busy.RetryAfter ?? TimeSpan.Zero));
}
