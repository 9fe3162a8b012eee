using PolicyBot.Answers;
using PolicyBot.BotFramework;

namespace PolicyBot.Teams;

/// <summary>Receives every activity and hands it to whoever deals with its kind. Unknown kinds are met with silence.</summary>
internal sealed class FrontDoor(AnswerEngine engine, AnswerReply answers, HelpReply help, Welcomed welcomed) : IBot
{
    public Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken) => turn.Activity.Type switch
    {
        ActivityTypes.Message => AnswerAsync(turn, cancellationToken),
        ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate => MeetAsync(turn, cancellationToken),
        ActivityTypes.Invoke => AcceptInvoke(turn),
        _ => Task.CompletedTask,
    };

    public Task OnTurnErrorAsync(TurnContext turn, CancellationToken cancellationToken) =>
        turn.Activity.Type == ActivityTypes.Message
            ? SendAsync(turn, help.Failed(), cancellationToken)
            : Task.CompletedTask;

    /// <summary>In a group or channel the bot is one of many, and speaks when spoken to.</summary>
    private Task AnswerAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!turn.Activity.IsPersonal && !turn.MentionsBot)
            return Task.CompletedTask;

        var question = turn.CommandText is { Length: > 0 } typed ? typed : Pressed.TextOf(turn.Activity.Value);
        return SendAsync(turn, string.IsNullOrWhiteSpace(question) ? help.NothingToRead() : answers.To(engine.Ask(question)), cancellationToken);
    }

    private Task MeetAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var (activity, conversation) = (turn.Activity, turn.Activity.Conversation!.Id!);
        if (Arrivals.BotLeft(activity))
            welcomed.Forget(conversation);

        return Arrivals.BotArrived(activity) && welcomed.IsFirst(conversation)
            ? SendAsync(turn, help.Welcome(), cancellationToken)
            : Task.CompletedTask;
    }

    private static Task AcceptInvoke(TurnContext turn)
    {
        turn.InvokeResponse = Invokes.Answer(turn.Activity);
        return Task.CompletedTask;
    }

    private static async Task SendAsync(TurnContext turn, IEnumerable<Activity> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
            await turn.SendActivityAsync(message, cancellationToken);
    }
}
