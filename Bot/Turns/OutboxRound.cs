using PolicyBot.BotFramework;
using PolicyBot.Telemetry;

namespace PolicyBot.Turns;

/// <summary>
/// One batch: claim, keep the channel's pace, send, write down. The pace is kept over all replicas by setting time on the
/// channel aside in the database; what turns send themselves is counted against it afterwards.
/// </summary>
internal sealed class OutboxRound(IOutboxStore outbox, IReferenceStore references, OutboxDelivery delivery, OutboxPace pace)
{
    /// <summary>Longer than the longest wait for a place and the longest attempt together.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <param name="stopping">Ends the round early: what is not being sent yet is given back.</param>
    /// <returns>How many messages were taken.</returns>
    public async Task<int> RunAsync(CancellationToken stopping)
    {
        var messages = await outbox.ClaimAsync(pace.Batch, pace.Now, pace.Now + Lease, stopping);
        if (messages.Count == 0)
            return 0;

        var known = await references.FindAsync([.. messages.Select(message => message.To)], CancellationToken.None);
        var slots = await pace.ReserveAsync(messages, known);
        var settled = await Task.WhenAll(messages.Select((message, i) => SendAsync(message, known.GetValueOrDefault(message.To.Thread), slots[i], stopping)));
        await outbox.SettleAsync(settled, pace.Now, CancellationToken.None);
        foreach (var each in settled)
            Measures.OutboxMessage(each.GetType().Name);

        await pace.HoldBackAsync(settled);
        return messages.Count;
    }

    private async Task<Settlement> SendAsync(OutboxMessage message, ConversationReference? reference, DateTimeOffset slot, CancellationToken stopping)
    {
        var person = (message.To as Recipient.Person)?.ObjectId ?? reference?.Person ?? message.To.Thread;
        if (!await pace.WaitAsync(slot, stopping))
            return new Settlement.TryAgain(message.Id, person, pace.Now);

        return Outcomes.Settle(message, person, await delivery.SendAsync(message, reference, CancellationToken.None), pace.Now);
    }
}
