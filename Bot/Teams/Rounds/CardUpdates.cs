using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.BotFramework;
using PolicyBot.Teams.Cards;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Rounds;

/// <summary>
/// Sends a round's card once more, in the place where it stands. Not by the outbox: an update that is late is worth nothing,
/// and one that is refused says nothing of the person.
/// </summary>
internal sealed class CardUpdates(ConnectorClient connector, IReferenceStore references, CardPrinter printer, RoundCards cards)
{
    public async Task<SendOutcome> SendAsync(LiveCard card, RoundStatus status, CancellationToken cancellationToken)
    {
        var there = new Recipient.Conversation(card.Conversation, null);
        return (await references.FindAsync([there], cancellationToken)).TryGetValue(there.Thread, out var reference)
            ? await connector.UpdateAsync(reference.ServiceUrl, reference.Address(printer.Message(cards.Of(status))) with { Id = card.Activity }, cancellationToken)
            : new SendOutcome.Gone(404, "ConversationNotKnown");
    }
}
