using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using PolicyBot.BotFramework;

namespace PolicyBot.Turns;

/// <summary>
/// Keeps where every conversation is, as its last activity says. A turn only leaves a note here; what is new or has
/// changed, or was last written an hour ago, is written by this service, many in one transaction. Called for activities
/// that passed the gate, and for no others: an address from elsewhere would be sent the bot's token (A7560).
/// </summary>
internal sealed class ReferenceBook(IReferenceStore store, TimeProvider clock) : BackgroundService
{
    private const int Most = 200_000, Batch = 200;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<ConversationKey, int> _written = new();
    private readonly ConcurrentDictionary<ConversationKey, ConversationReference> _toWrite = new();

    public void Note(Activity activity)
    {
        if (activity.ServiceUrl is null)
            return; // A terminal has no address to write to.

        var key = ConversationKey.Of(activity);
        var fingerprint = Fingerprint(activity);
        if (_written.TryGetValue(key, out var known) && known == fingerprint)
            return;
        if (_written.Count >= Most)
            _written.Clear(); // All are written once more, and that is all.

        _toWrite[key] = ConversationReference.Of(activity);
        _written[key] = fingerprint;
    }

    /// <summary>The next activity from there is written down in any case: the bot left, or was refused.</summary>
    /// <param name="team">The team that the bot left, with all conversations in it; null for a chat.</param>
    public void Forget(ConversationKey conversation, string? team)
    {
        _written.TryRemove(conversation, out _);
        _toWrite.TryRemove(conversation, out _);
        if (team is null)
            return;

        _written.Clear(); // Which of them are in the team is not known here.
        foreach (var there in _toWrite.Where(pair => pair.Value.Team?.Id == team))
            _toWrite.TryRemove(there);
    }

    /// <summary>Writes what is noted. Where there is no database it stays noted.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        while (_toWrite.Take(Batch).ToList() is { Count: > 0 } batch)
        {
            await store.SaveAsync(batch.ConvertAll(pair => pair.Value), cancellationToken);
            foreach (var pair in batch)
                _toWrite.TryRemove(pair); // Not where it has changed meanwhile.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryWriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryWriteAsync(stoppingToken);
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(cancellationToken);
        }
        catch (StoreAwayException)
        {
            // Still noted, and tried again a moment later.
        }
    }

    private int Fingerprint(Activity activity) => HashCode.Combine(activity.ServiceUrl, activity.From?.Id, activity.From?.AadObjectId,
        activity.Recipient?.Id, activity.Conversation?.TenantId, activity.Conversation?.ConversationType, activity.Locale,
        clock.GetUtcNow().ToUnixTimeSeconds() / 3600);
}
