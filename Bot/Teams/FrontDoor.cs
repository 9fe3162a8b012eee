using PolicyBot.Answers;
using PolicyBot.BotFramework;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>Receives every activity and hands it to whoever deals with its kind. Unknown kinds are met with silence.</summary>
internal sealed class FrontDoor(AnswerEngine engine, AnswerReply answers, HelpReply help, ConversationTurns turns) : IBot
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
            if (turn.Activity.Type == ActivityTypes.Message)
                await SayAsync(turn, help.NotKept(), CancellationToken.None);
        }
    }

    public Task OnTurnErrorAsync(TurnContext turn, CancellationToken cancellationToken) =>
        turn.Activity.Type == ActivityTypes.Message
            ? SayAsync(turn, help.Failed(), cancellationToken)
            : Task.CompletedTask;

    private Task TakeAsync(TurnContext turn, CancellationToken cancellationToken) => turn.Activity.Type switch
    {
        ActivityTypes.Message => AnswerAsync(turn, cancellationToken),
        ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate => MeetAsync(turn, cancellationToken),
        ActivityTypes.Invoke => AcceptInvoke(turn),
        _ => Task.CompletedTask,
    };

    /// <summary>In a group or channel the bot is one of many, and speaks when spoken to.</summary>
    private Task AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!turn.Activity.IsPersonal && !turn.MentionsBot)
            return Task.CompletedTask;

        var question = turn.CommandText is { Length: > 0 } typed ? typed : Pressed.TextOf(turn.Activity.Value);
        return SayAsync(turn, string.IsNullOrWhiteSpace(question) ? help.NothingToRead() : answers.To(engine.Ask(question)), cancellationToken);
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
        memory is { IsWelcomed: true } ? null : new((memory ?? new()) with { IsWelcomed = true }) { Replies = [.. help.Welcome()] };

    private static Task AcceptInvoke(TurnContext turn)
    {
        turn.InvokeResponse = Invokes.Answer(turn.Activity);
        return Task.CompletedTask;
    }

    private Task SayAsync(TurnContext turn, IEnumerable<Activity> messages, CancellationToken cancellationToken) =>
        turns.SayAsync(turn, messages, cancellationToken);
}
