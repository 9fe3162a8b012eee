using PolicyBot.Answers;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>
/// A personal conversation: plain questions are answered from memory; what a dialog is waiting for, or begins one, is
/// decided on what the conversation remembers.
/// </summary>
internal sealed class DialogTurns(Hearing hearing, DialogSet dialogs, DialogReplies replies, ConversationTurns turns)
{
    public async Task TakeAsync(TurnContext turn, string text, CancellationToken cancellationToken)
    {
        var heard = hearing.Hear(text);
        if (IsCertainConcern(heard.Answer) || (IsWaiting(turn) == false && !dialogs.MayBegin(heard)))
        {
            await turns.SayAsync(turn, Plain(heard), cancellationToken);
            return;
        }

        try
        {
            await ChangeAsync(turn, (state, now) => Decide(state, heard, now), cancellationToken);
        }
        catch (StoreAwayException)
        {
            await turns.SayAsync(turn, Plain(heard), CancellationToken.None);
        }
    }

    /// <summary>A group or channel: several people speak there, and no dialog belongs to one of them.</summary>
    public Task AnswerAsync(TurnContext turn, string text, CancellationToken cancellationToken) =>
        turns.SayAsync(turn, replies.Plain(hearing.Hear(text).Answer, null), cancellationToken);

    /// <summary>A button: a message where the client knows only Action.Submit, otherwise an invoke, whose answer takes the card's place.</summary>
    public Task TakeAsync(TurnContext turn, Press press, CancellationToken cancellationToken) =>
        press is Press.Unsafe
            ? SayAsync(turn, dialogs.Continue(null, press, default), cancellationToken)
            : ChangeAsync(turn, (state, now) => dialogs.Continue(state, press, now), cancellationToken);

    private DialogTurn Decide(DialogState? state, Heard heard, DateTimeOffset now) =>
        (DialogSet.IsOpen(state, now) ? dialogs.Continue(state!, heard, now) : dialogs.Begin(state, heard, now))
        ?? new DialogTurn(null, [new DialogReply.Answers(heard.Answer)]);

    /// <summary>What changes nothing is said without anything being written.</summary>
    private async Task ChangeAsync(TurnContext turn, Func<DialogState?, DateTimeOffset, DialogTurn> decide, CancellationToken cancellationToken)
    {
        DialogTurn? unchanged = null;
        await turns.ChangeAsync(turn, MemoryJson.Default.ConversationMemory, (memory, now) =>
        {
            var decided = decide(memory?.Dialogs, now);
            unchanged = decided.State is null ? decided : null;
            return decided.State is { } state ? Change((memory ?? new()) with { Dialogs = state }, decided, IsInvoke(turn)) : null;
        }, cancellationToken);
        if (unchanged is not null)
            await SayAsync(turn, unchanged, cancellationToken);
    }

    private Change<ConversationMemory> Change(ConversationMemory memory, DialogTurn decided, bool isInvoke)
    {
        if (!isInvoke)
            return new(memory) { WaitsUntil = memory.WaitsUntil, Replies = replies.Messages(decided) };

        var (response, messages) = replies.InPlace(decided);
        return new(memory) { WaitsUntil = memory.WaitsUntil, Answer = response, Replies = messages };
    }

    private Task SayAsync(TurnContext turn, DialogTurn decided, CancellationToken cancellationToken)
    {
        if (!IsInvoke(turn))
            return turns.SayAsync(turn, replies.Messages(decided), cancellationToken);

        (turn.InvokeResponse, var messages) = replies.InPlace(decided);
        return turns.SayAsync(turn, messages, cancellationToken);
    }

    private IEnumerable<Activity> Plain(Heard heard) => replies.Plain(heard.Answer, dialogs.Offer(heard));

    /// <summary>Nothing stands between such a message and the route, the database least of all.</summary>
    private static bool IsCertainConcern(Answer answer) => answer is Answer.Safeguarding { Otherwise: null };

    private static bool IsInvoke(TurnContext turn) => turn.Activity.Type == ActivityTypes.Invoke;

    private static bool? IsWaiting(TurnContext turn) => null;
}
