using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>Replies that the channel is too busy for, for longer than a turn: the outbox sends them.</summary>
internal sealed class HeldUpReplies(IOutboxStore outbox, TimeProvider clock)
{
    public async Task PromiseAsync(TurnContext turn, Activity message, SendOutcome.Busy busy)
    {
        var now = clock.GetUtcNow();
        var here = new Recipient.Conversation(ConversationKey.Of(turn.Activity), turn.Activity.ServiceUrl);
        var late = new Promise(here, turn.Activity.CreateReply(message), now + (busy.RetryAfter ?? TimeSpan.Zero));
        try
        {
            await outbox.PromiseAsync([late], now, CancellationToken.None);
        }
        catch (StoreAwayException)
        {
            // A busy channel and no database: there is no way left to the person, who was promised nothing.
        }
    }
}
