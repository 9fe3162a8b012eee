using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>What is asked now of somebody who acknowledges a policy.</summary>
internal abstract record AcknowledgeStep
{
    private AcknowledgeStep()
    {
    }

    internal sealed record Read : AcknowledgeStep;

    internal sealed record Answer(QuizStep.Asks Asks) : AcknowledgeStep;

    internal sealed record Confirm(Statement Statement) : AcknowledgeStep;
}

/// <summary>
/// Reading a policy, a few questions about it with an explanation after each, and the statement: pure steps. Nobody is kept
/// from the statement by a wrong answer.
/// </summary>
internal static class AcknowledgeDialog
{
    /// <summary>The one question of its steps, and what can be answered beside a question of the quiz.</summary>
    public const string Asked = "acknowledge", HasRead = "read", Confirms = "confirm", Talks = "talk";

    public static DialogReply Prompt(Understandings all, Progress.Acknowledging progress, Note note = Note.None, Marking? marked = null) =>
        Find(all, progress) is var (policy, asks)
            ? new DialogReply.AsksToAcknowledge(policy, StepOf(asks, progress), progress, note, marked)
            : new DialogReply.Over(null, Note.TextChanged);

    public static AcknowledgeStep StepOf(Understanding asks, Progress.Acknowledging progress) => progress.Quiz is not { } quiz
        ? new AcknowledgeStep.Read()
        : new Quiz(asks.Questions).Next(quiz) is QuizStep.Asks question ? new AcknowledgeStep.Answer(question)
        : new AcknowledgeStep.Confirm(asks.Statement);

    /// <summary>What can be answered to what is asked now, and in which words.</summary>
    public static IReadOnlyList<(string Value, string Label)> OptionsOf(AcknowledgeStep step, Phrases phrases) => step switch
    {
        AcknowledgeStep.Answer { Asks.Answers: var answers } => [.. answers.Select(answer => ($"{answer.Number}", answer.Text))],
        AcknowledgeStep.Confirm => [(Confirms, phrases.Confirm), (Talks, phrases.TalkFirst)],
        _ => [(HasRead, phrases.HasRead), (Talks, phrases.TalkFirst)],
    };

    /// <param name="value">One of those of <see cref="OptionsOf"/>; with any other nothing changes.</param>
    public static DialogTurn Answer(DialogContext dialogs, Progress.Acknowledging progress, string value)
    {
        if (Find(dialogs.Understandings, progress) is not var (policy, asks))
            return dialogs.CancelAll(new DialogReply.Over(null, Note.TextChanged));

        return (StepOf(asks, progress), value) switch
        {
            (not AcknowledgeStep.Answer, Talks) => dialogs.End(progress, new DialogReply.WillTalk(policy)) with { Registered = new(policy, [new RegisterEvent.WantsToTalk()]) },
            (AcknowledgeStep.Read, HasRead) => Continue(dialogs, progress, asks, new Quiz(asks.Questions).Begin($"{dialogs.Person} {progress.TextHash}"), null),
            (AcknowledgeStep.Answer step, _) when int.TryParse(value, out var number) => Mark(dialogs, progress, asks, step, number),
            (AcknowledgeStep.Confirm step, Confirms) => dialogs.End(progress, new DialogReply.Acknowledged(policy, asks.Also)) with { Registered = new(policy, [Signed(policy, step.Statement, progress)]) },
            _ => DialogTurn.Unchanged(dialogs.Prompt(progress, Note.Stale)),
        };
    }

    public static RegisterEvent Opened(Policy policy, DateTimeOffset now) =>
        new RegisterEvent.Opened(ReviewStatus.Of(policy, SchoolTime.DayOf(now)));

    private static DialogTurn Mark(DialogContext dialogs, Progress.Acknowledging progress, Understanding asks, AcknowledgeStep.Answer step, int number) =>
        new Quiz(asks.Questions).Answer(progress.Quiz!, step.Asks.Question.Id, number) is var marking and not Marking.NotOpen
            ? Continue(dialogs, progress, asks, marking.State, marking)
            : DialogTurn.Unchanged(dialogs.Prompt(progress, Note.Stale));

    /// <summary>With the last answer of the quiz, what was understood goes into the register.</summary>
    private static DialogTurn Continue(DialogContext dialogs, Progress.Acknowledging progress, Understanding asks, QuizState quiz, Marking? marked)
    {
        var (policy, _) = Find(dialogs.Understandings, progress)!.Value;
        var next = ((Progress.Acknowledging)progress.Moved(dialogs.Now)) with { Quiz = quiz };
        var turn = new DialogTurn(dialogs.State.With(next), [Prompt(dialogs.Understandings, next, marked: marked)]);
        return new Quiz(asks.Questions).Next(quiz) is QuizStep.Finished { Results: { Count: > 0 } results }
            ? turn with { Registered = new(policy, [.. results.Select(result => new RegisterEvent.Understood(result.Clause.Value, result.IsRight, result.Tries))]) }
            : turn;
    }

    /// <summary>The edge adds who it was and the receipt.</summary>
    private static RegisterEvent.Acknowledged Signed(Policy policy, Statement statement, Progress.Acknowledging progress) =>
        new("", "", policy.TextHash, statement.Text, policy.Adopted?.AsWritten, policy.ReviewDue?.AsWritten) { Clauses = progress.Clauses, Earlier = progress.Earlier };

    /// <summary>Of whoever confirmed the text before, only what is different is asked.</summary>
    private static (Policy Policy, Understanding Asks)? Find(Understandings all, Progress.Acknowledging progress) =>
        all.Find(progress.Policy, progress.TextHash) is var (policy, asks) ? (policy, asks.About(progress.Clauses)) : null;
}
