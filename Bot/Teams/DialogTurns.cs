using PolicyBot.Answers;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>
/// A personal conversation: plain questions are answered from memory; what a dialog is waiting for, or begins one, is
/// decided on what the conversation remembers.
/// </summary>
internal sealed class DialogTurns(Ears ears, DialogSet dialogs, DialogCommit commit, ConversationTurns turns)
{
    public async Task TakeAsync(TurnContext turn, string text, CancellationToken cancellationToken)
    {
        var heard = ears.Hear(text);
        if (heard.Looking is not Looking.None)
        {
            await commit.LookAsync(turn, heard.Looking, cancellationToken);
            return;
        }

        var isWaiting = turns.IsWaiting(turn) != false;
        if ((IsCertainConcern(heard.Answer) && !dialogs.MayBeChosen(heard, isWaiting)) || (!isWaiting && !dialogs.MayBegin(heard)))
        {
            await commit.SayAsync(turn, dialogs.Plain(heard), cancellationToken);
            return;
        }

        try
        {
            await commit.ChangeAsync(turn, (context, token) => TakeAsync(context, heard, token), cancellationToken, heard.Acknowledges);
        }
        catch (StoreAwayException)
        {
            await commit.SayAsync(turn, dialogs.Plain(heard), CancellationToken.None);
        }
    }

    /// <summary>A group or channel: several people speak there, and no dialog belongs to one of them.</summary>
    public Task AnswerAsync(TurnContext turn, string text, CancellationToken cancellationToken) =>
        commit.SayAsync(turn, [new DialogReply.Answers(ears.Hear(text).Answer)], cancellationToken);

    /// <summary>A button: a message where the client knows only Action.Submit, otherwise an invoke, whose answer takes the card's place.</summary>
    public async Task TakeAsync(TurnContext turn, Press press, CancellationToken cancellationToken)
    {
        var ready = await ReadyAsync(press, cancellationToken);
        if (ready is Press.Unsafe unsafely)
            await commit.SayAsync(turn, [new DialogReply.Route(unsafely.Concern)], cancellationToken);
        else
            await commit.ChangeAsync(turn, (context, _) => ValueTask.FromResult(dialogs.Take(context, ready)), cancellationToken, ready is Press.Acknowledge);
    }

    /// <summary>A button that was not made here. Nothing is done for it; a worry in it is one all the same.</summary>
    public Task RefuseAsync(TurnContext turn, PressData data, CancellationToken cancellationToken) =>
        commit.SayAsync(turn, [data.Texts.Select(text => ears.Hear(text).Answer).FirstOrDefault(IsCertainConcern) is Answer.Safeguarding worry
            ? new DialogReply.Route(worry.Concern)
            : new DialogReply.Over(null, Note.NotSealed)], cancellationToken);

    /// <summary>A message to a draft, or one that begins it, is about to be passed on: names are taken out first.</summary>
    private async ValueTask<DialogTurn> TakeAsync(DialogContext context, Heard heard, CancellationToken cancellationToken)
    {
        if (heard.ForManager is { Length: > 0 } question && heard.Answer is not Answer.Safeguarding)
        {
            var clean = await ears.CleanAsync(question, cancellationToken);
            return dialogs.Take(context, heard with { ForManager = clean.Text, Clean = clean });
        }

        return context.Top is Progress.Drafting && heard.Answer is not Answer.Safeguarding
            ? dialogs.Take(context, heard with { Clean = await ears.CleanAsync(heard.Text, cancellationToken) })
            : dialogs.Take(context, heard);
    }

    /// <summary>What came from a card's field is heard like a message: a worry in it leads to the route, and goes nowhere.</summary>
    private async Task<Press> ReadyAsync(Press press, CancellationToken cancellationToken)
    {
        var text = press switch { Press.Send send => send.Text.Text, Press.PassOn passOn => passOn.Text, _ => null };
        if (text is not { Length: > 0 })
            return press;
        if (ears.Hear(text).Answer is Answer.Safeguarding concern)
            return new Press.Unsafe(concern.Concern);

        var clean = await ears.CleanAsync(text, cancellationToken);
        return press switch
        {
            Press.Send send => send with { Text = clean },
            Press.PassOn passOn => passOn with { Text = clean.Text, Note = clean.Note },
            _ => press,
        };
    }

    /// <summary>Nothing stands between such a message and the route, the database least of all.</summary>
    private static bool IsCertainConcern(Answer answer) => answer is Answer.Safeguarding { Otherwise: null };
}
