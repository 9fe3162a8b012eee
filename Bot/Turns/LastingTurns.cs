using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>
/// A turn that changes what a conversation remembers: load, decide, commit, and only then send. Heard before, it is
/// answered as the first time; where another turn was first, it is decided again, for nothing was sent yet.
/// </summary>
internal sealed class LastingTurns(ITurnStore store, DeliveryLog deliveries, ConversationGates gates, TimeProvider clock)
{
    /// <summary>How long a turn is known again, by its activity and by its button.</summary>
    public static readonly TimeSpan KeepActivity = TimeSpan.FromDays(1), KeepPress = TimeSpan.FromDays(400);

    /// <summary>Past a turn's own time, so that nobody sends a reply that the turn is about to send.</summary>
    private static readonly TimeSpan OwnReplies = TimeSpan.FromSeconds(20);

    /// <summary>How long the person waits for a database that is away before being told.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4), BetweenTries = TimeSpan.FromMilliseconds(200);

    /// <param name="decide">
    /// The state, if any, and now, to what the turn comes to; null where it changes nothing after all. Asked again where
    /// another turn was first: what it loads it loads anew, and it sends nothing.
    /// </param>
    /// <exception cref="StoreAwayException">There is no database: nothing was changed and nothing sent.</exception>
    public async Task RunAsync<TState>(TurnContext turn, JsonTypeInfo<TState> type, Decision<TState> decide, CancellationToken cancellationToken)
        where TState : class
    {
        var draft = new Draft<TState>(turn, type, decide, clock.GetUtcNow());
        using var own = await EnterAsync(draft.Conversation, cancellationToken);
        var patience = draft.Now + Patience;
        while (true)
        {
            try
            {
                if (await TryAsync(draft, cancellationToken))
                    return;
            }
            catch (StoreAwayException) when (clock.GetUtcNow() < patience)
            {
                await Task.Delay(BetweenTries, clock, cancellationToken);
            }
        }
    }

    /// <summary>The bot left the conversation.</summary>
    public Task ForgetAsync(ConversationKey conversation, string? team, CancellationToken cancellationToken) =>
        store.ForgetAsync(conversation, team, clock.GetUtcNow(), cancellationToken);

    /// <summary>Behind others who wait for a database that is away, the turn's time may end.</summary>
    private async Task<IDisposable> EnterAsync(ConversationKey conversation, CancellationToken cancellationToken)
    {
        try
        {
            return await gates.EnterAsync(conversation, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new StoreAwayException("The turn's time ended in the queue.");
        }
    }

    /// <returns>False where another turn was first.</returns>
    private async Task<bool> TryAsync<TState>(Draft<TState> draft, CancellationToken cancellationToken)
        where TState : class
    {
        var remembered = await store.LoadAsync(draft.Conversation, draft.Keys, cancellationToken);
        if (remembered.Answer is { } answer)
        {
            await AnswerAgainAsync(draft.Turn, answer, cancellationToken);
            return true;
        }

        if (await draft.DecideAsync(remembered, cancellationToken) is not { } change)
            return true;
        if (await store.CommitAsync(Commit(draft, remembered, change), CancellationToken.None) is not { } replies)
            return false;

        draft.Turn.InvokeResponse = change.Answer;
        if (change.Promises.Count > 0)
            deliveries.Promised();
        await SendAsync(draft.Turn, change.Replies, replies, cancellationToken);
        return true;
    }

    private static TurnCommit Commit<TState>(Draft<TState> draft, Remembered remembered, Change<TState> change)
        where TState : class
    {
        var inAnswer = draft.Turn.RepliesAreTheAnswer;
        return new(draft.Conversation, remembered.Version, draft.Write(change.State), draft.Now)
        {
            Keys = [.. draft.Keys.Select((key, i) => (key, draft.Now + (i == 0 ? KeepActivity : KeepPress)))],
            Answer = JsonSerializer.Serialize(new TurnAnswer(inAnswer ? change.Replies : null, change.Answer), TurnsJson.Default.TurnAnswer),
            Replies = inAnswer ? [] : [.. change.Replies.Select(reply => Promised(draft, reply))],
            Promises = change.Promises,
            Records = change.Records,
            WaitsUntil = change.WaitsUntil,
            WaitedUntil = remembered.WaitsUntil,
        };
    }

    private static Promise Promised<TState>(Draft<TState> draft, Activity reply)
        where TState : class =>
        new(new Recipient.Conversation(draft.Conversation, draft.Turn.Activity.ServiceUrl), draft.Turn.Activity.CreateReply(reply), draft.Now + OwnReplies);

    private async Task SendAsync(TurnContext turn, IReadOnlyList<Activity> messages, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var isHeldUp = false;
        for (var i = 0; i < messages.Count; i++)
        {
            // A message that has to wait keeps those after it waiting: they go out in their order.
            var outcome = isHeldUp ? new SendOutcome.Busy(0, null) : await turn.SendActivityAsync(messages[i], cancellationToken);
            isHeldUp |= outcome is SendOutcome.Busy or SendOutcome.Lost;
            if (!turn.RepliesAreTheAnswer)
                await deliveries.RecordAsync(ids[i], turn.Activity, outcome);
        }
    }

    /// <summary>Where the answer is no longer kept, an invoke gets what its caller has set for it, or a plain 200.</summary>
    private static async Task AnswerAgainAsync(TurnContext turn, string kept, CancellationToken cancellationToken)
    {
        var answer = kept is "" ? new(null, turn.InvokeResponse ?? InvokeResponse.Ok) : JsonSerializer.Deserialize(kept, TurnsJson.Default.TurnAnswer)!;
        turn.InvokeResponse = answer.Invoke;
        foreach (var reply in answer.Replies ?? [])
            await turn.SendActivityAsync(reply, cancellationToken);
    }

    /// <summary>The turn while it is decided, perhaps more than once.</summary>
    private sealed record Draft<TState>(TurnContext Turn, JsonTypeInfo<TState> Type, Decision<TState> Decide, DateTimeOffset Now)
        where TState : class
    {
        public ConversationKey Conversation { get; } = ConversationKey.Of(Turn.Activity);

        /// <summary>The activity's first, then the button's.</summary>
        public IReadOnlyList<TurnKey> Keys { get; } =
            [TurnKey.OfActivity(Turn.Activity) ?? TurnKey.New(), .. TurnKey.OfPress(Turn.Activity) is { } press ? [press] : Array.Empty<TurnKey>()];

        public ValueTask<Change<TState>?> DecideAsync(Remembered remembered, CancellationToken cancellationToken) =>
            Decide(Read(remembered.Json), Now, cancellationToken);

        /// <summary>A state that cannot be read counts as none: better a dialog forgotten than a person who is never answered again.</summary>
        private TState? Read(string? json)
        {
            try
            {
                return json is null ? null : JsonSerializer.Deserialize(json, Type);
            }
            catch (JsonException)
            {
                return null;
            }
        }

        public string Write(TState state) => JsonSerializer.Serialize(state, Type);
    }
}
