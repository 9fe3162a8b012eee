using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.BotFramework;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>
/// Stands before the front door: that somebody has seen their chat is noted, and everything else goes in. Teams says so only
/// where the app has the permission <see cref="ResourceConsents.SeeRead"/> and the person has read receipts on. "Receive a read
/// receipt", Microsoft Teams documentation.
/// </summary>
internal sealed class ReadReceipts(FrontDoor door, ConversationTurns turns, IRecordStore store, TimeProvider clock) : IBot
{
    private const string ReadReceipt = "application/vnd.microsoft.readReceipt";

    public Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken) =>
        turn.Activity is { Type: ActivityTypes.Event, Name: ReadReceipt } ? NoteAsync(turn, cancellationToken) : door.OnTurnAsync(turn, cancellationToken);

    public Task OnTurnErrorAsync(TurnContext turn, CancellationToken cancellationToken) => door.OnTurnErrorAsync(turn, cancellationToken);

    /// <summary>A hint is not worth waiting for a database, and which message it names matters little: the last that arrived is the one seen.</summary>
    private async Task NoteAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!turns.Begin(turn) || !turn.Activity.IsPersonal || turn.Activity.From?.EntraId is null)
            return;

        try
        {
            await store.WriteAsync([new MessageSeen(AcknowledgementDesk.PersonOf(turn.Activity), clock.GetUtcNow())], [], cancellationToken);
        }
        catch (StoreAwayException)
        {
            // The person opens the chat again some time.
        }
    }
}
