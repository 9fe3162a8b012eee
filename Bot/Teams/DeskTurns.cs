using PolicyBot.Answers;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Questions;

namespace PolicyBot.Teams;

/// <summary>The manager presses a button on a card of theirs.</summary>
internal sealed class DeskTurns(ManagerDesk desk, Precedents precedents, DialogCommit commit, Ears ears)
{
    public Task TakeAsync(TurnContext turn, DeskPress press, CancellationToken cancellationToken) => press switch
    {
        DeskPress.Review { Approved: { } text } when Worry(text) is { } concern => commit.SayAsync(turn, [new DialogReply.Route(concern)], cancellationToken),
        DeskPress.Review => commit.SteerAsync(turn, press, cancellationToken), // May be somebody's whom the manager gave it to.
        _ when !desk.IsManager(turn.Activity) => commit.SayAsync(turn, [desk.NotForYou], cancellationToken),
        DeskPress.Answer { Text: null, Clause: null } open => commit.ChangeAsync(turn, async (context, token) =>
            await desk.FindAsync(open.Question, token) is { Answer: null } question ? Write(context.BeginAnswer(open.Question), question) : await ShowAsync(open.Question, token), cancellationToken),
        DeskPress.Answer { Text: { } text } when Worry(text) is { } concern => commit.SayAsync(turn, [new DialogReply.Route(concern)], cancellationToken),
        DeskPress.Settle { Reason: { } text } when Worry(text) is { } concern =>
            commit.SayAsync(turn, [new DialogReply.Route(concern)], cancellationToken),
        DeskPress.Answer answer => commit.WriteAsync(turn, (now, token) => desk.AnswerAsync(
            answer.Question, new ManagerAnswer(answer.Text ?? "", answer.Clause, turn.Activity.From?.Name, now), [], token), cancellationToken),
        DeskPress.Steer or DeskPress.Settle => commit.SteerAsync(turn, press, cancellationToken),
        DeskPress.Keep keep => KeepAsync(turn, keep, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>What a manager types into a field is kept and read by others: a worry is not.</summary>
    private Concern? Worry(string text) => ears.Hear(text).Answer is Answer.Safeguarding { Otherwise: null } worry ? worry.Concern : null;

    private async Task KeepAsync(TurnContext turn, DeskPress.Keep keep, CancellationToken cancellationToken)
    {
        await commit.WriteAsync(turn, (_, token) => desk.KeepAsync(keep.Question, token), cancellationToken);
        await precedents.TryReadAsync(cancellationToken);
    }

    /// <summary>The question stays to be seen while its answer is written.</summary>
    private static DialogTurn Write(DialogTurn begun, PassedQuestion question) =>
        begun with { Replies = [new DialogReply.ShowsQuestion(question), .. begun.Replies] };

    private async Task<DialogTurn> ShowAsync(string id, CancellationToken cancellationToken) =>
        DialogTurn.Unchanged(new DialogReply.ShowsQuestion(await desk.FindAsync(id, cancellationToken)));
}
