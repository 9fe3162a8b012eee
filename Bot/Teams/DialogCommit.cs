using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>Says what a turn within dialogs comes to, and where it changes something, writes that down first.</summary>
internal sealed class DialogCommit(DialogSet dialogs, DialogReplies replies, Desks desks, ConversationTurns turns)
{
    /// <summary>What changes nothing is said without anything being written.</summary>
    /// <param name="mayAcknowledge">Whether a policy may be begun to be acknowledged: what was confirmed before is looked up.</param>
    public async Task ChangeAsync(
        TurnContext turn, Func<DialogContext, CancellationToken, ValueTask<DialogTurn>> decide, CancellationToken cancellationToken, bool mayAcknowledge = false)
    {
        DialogTurn? unchanged = null;
        await turns.ChangeAsync(turn, MemoryJson.Default.ConversationMemory, async (memory, now, token) =>
        {
            var context = dialogs.In(memory?.Dialogs, now, AcknowledgementDesk.PersonOf(turn.Activity));
            var decided = await decide(mayAcknowledge ? context with { Changed = await desks.ChangedAsync(turn.Activity, token) } : context, token);
            unchanged = decided.State is null ? decided : null;
            return decided.State is { } state ? ToChange(turn, (memory ?? new()) with { Dialogs = state }, await desks.PaperworkAsync(turn.Activity, decided, now, token)) : null;
        }, cancellationToken);
        if (unchanged is not null)
            await SayAsync(turn, unchanged.Replies, cancellationToken);
    }

    /// <returns>The message in which the first of it stands: the one whose button was pressed, or the first that was sent. Null where the channel does not say.</returns>
    public async Task<string?> SayAsync(TurnContext turn, IReadOnlyList<DialogReply> said, CancellationToken cancellationToken)
    {
        desks.Note(turn.Activity, said);
        if (turn.Activity.Type != ActivityTypes.Invoke)
            return await turns.SayAsync(turn, replies.Messages(said), cancellationToken);

        (turn.InvokeResponse, var messages) = replies.InPlace(said);
        await turns.SayAsync(turn, messages, cancellationToken);
        return turn.Activity.ReplyToId;
    }

    /// <summary>Somebody wants to see how the questions passed on stand.</summary>
    public async Task LookAsync(TurnContext turn, Looking looking, CancellationToken cancellationToken) =>
        await SayAsync(turn, await desks.LookAsync(turn.Activity, looking, cancellationToken), cancellationToken);

    /// <summary>The manager steers a round, or says what a new text is, which is written down by itself.</summary>
    public async Task SteerAsync(TurnContext turn, DeskPress press, CancellationToken cancellationToken)
    {
        var said = await desks.SteerAsync(turn.Activity, press, cancellationToken);
        await desks.FollowAsync(turn.Activity, press, said, await SayAsync(turn, said, cancellationToken), cancellationToken);
    }

    /// <summary>What is written has nothing to do with the dialogs that are open.</summary>
    public Task WriteAsync(TurnContext turn, Func<DateTimeOffset, CancellationToken, Task<Paperwork>> decide, CancellationToken cancellationToken) =>
        turns.ChangeAsync(turn, MemoryJson.Default.ConversationMemory,
            async (memory, now, token) => ToChange(turn, memory ?? new(), await decide(now, token)), cancellationToken);

    private Change<ConversationMemory> ToChange(TurnContext turn, ConversationMemory memory, Paperwork paperwork)
    {
        desks.Note(turn.Activity, paperwork.Replies);
        var change = new Change<ConversationMemory>(memory) { WaitsUntil = memory.WaitsUntil, Records = paperwork.Records, Promises = paperwork.Promises };
        if (turn.Activity.Type != ActivityTypes.Invoke)
            return change with { Replies = replies.Messages(paperwork.Replies) };

        var (response, messages) = replies.InPlace(paperwork.Replies);
        return change with { Answer = response, Replies = messages };
    }
}
