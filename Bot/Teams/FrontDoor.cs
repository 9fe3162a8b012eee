using PolicyBot.BotFramework;
using PolicyBot.Teams.Cards;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>Receives every activity and hands it to whoever deals with its kind. Unknown kinds are met with silence.</summary>
internal sealed class FrontDoor(PressTurns presses, DialogTurns dialogs, HelpReply help, ConversationTurns turns) : IBot
{
    public async Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!turns.Begin(turn))
            return;

        try
        {
            await TakeAsync(turn, cancellationToken);
        }
        catch (StoreAwayException)
        {
            await NotKeptAsync(turn);
        }
    }

    public Task OnTurnErrorAsync(TurnContext turn, CancellationToken cancellationToken) =>
        turn.Activity.Type == ActivityTypes.Message
            ? turns.SayAsync(turn, help.Failed(), cancellationToken)
            : Task.CompletedTask;

    private Task TakeAsync(TurnContext turn, CancellationToken cancellationToken) => turn.Activity.Type switch
    {
        ActivityTypes.Message => AnswerAsync(turn, cancellationToken),
        ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate => MeetAsync(turn, cancellationToken),
        ActivityTypes.Invoke => InvokeAsync(turn, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>In a group or channel the bot is one of many, and speaks when spoken to.</summary>
    private Task AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (presses.Take(turn, cancellationToken) is { } pressed)
            return pressed;
        if (!turn.Activity.IsPersonal && !turn.MentionsBot)
            return Task.CompletedTask;

        var text = turn.CommandText is { Length: > 0 } typed ? typed : Teams.Pressed.TextOf(turn.Activity.Value);
        if (string.IsNullOrWhiteSpace(text))
            return turns.SayAsync(turn, help.NothingToRead(), cancellationToken);

        return turn.Activity.IsPersonal ? dialogs.TakeAsync(turn, text, cancellationToken) : dialogs.AnswerAsync(turn, text, cancellationToken);
    }

    private Task InvokeAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Activity.Name == Invokes.CardAction && presses.Take(turn, cancellationToken) is { } pressed)
            return PressedAsync(turn, pressed);

        turn.InvokeResponse = Invokes.Answer(turn.Activity);
        return Task.CompletedTask;
    }

    /// <summary>What the same button did from another device was answered there.</summary>
    private async Task PressedAsync(TurnContext turn, Task pressed)
    {
        await pressed;
        turn.InvokeResponse ??= PressAnswer.Say(help.PressedBefore);
    }

    /// <summary>Teams announces one installation twice, in either order and at once, and says hello once is enough.</summary>
    private Task MeetAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (Arrivals.BotLeft(turn.Activity))
            return turns.ForgetAsync(turn, cancellationToken);

        return Arrivals.BotArrived(turn.Activity)
            ? turns.ChangeAsync(turn, MemoryJson.Default.ConversationMemory, Welcome, cancellationToken)
            : Task.CompletedTask;
    }

    private Change<ConversationMemory>? Welcome(ConversationMemory? memory, DateTimeOffset now) =>
        memory is { IsWelcomed: true } ? null : new((memory ?? new()) with { IsWelcomed = true }) { Replies = [.. help.Welcome()], WaitsUntil = memory?.WaitsUntil };

    /// <summary>A card that was pressed stays as it is, and can be pressed again.</summary>
    private Task NotKeptAsync(TurnContext turn)
    {
        if (turn.Activity.Name == Invokes.CardAction)
            turn.InvokeResponse = PressAnswer.Say(help.NotKeptText);

        return turn.Activity.Type == ActivityTypes.Message ? turns.SayAsync(turn, help.NotKept(), CancellationToken.None) : Task.CompletedTask;
    }
}
