using PolicyBot.Acknowledgements;
using PolicyBot.Dialogs;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Teams;

/// <summary>The steps of acknowledging, as cards.</summary>
internal sealed class AcknowledgeCards(Words words, Phrases phrases)
{
    /// <param name="note">A word of the dialog's own before it.</param>
    public QuestionCard Of(DialogReply.AsksToAcknowledge asked, string? note, CardButton unsafely) => new(TitleOf(asked), QuestionOf(asked.Step), [.. Buttons(asked)], unsafely)
    {
        Choices = asked.Step is AcknowledgeStep.Answer { Asks.Answers: var answers } ? [.. answers.Select((answer, i) => $"**{i + 1}** {answer.Text}")] : [],
        Note = asked.Marked is { } marked ? Marked(marked) : note,
        More = [new CardButton(words.Say("walk/cancel"), DialogButtons.Steer(asked.Progress, Steering.Cancel))],
    };

    private string TitleOf(DialogReply.AsksToAcknowledge asked) => asked.Step is AcknowledgeStep.Answer { Asks: var quiz }
        ? words.Say("acknowledging/question", ("title", asked.Policy.Title), ("number", $"{quiz.Number}"), ("of", $"{quiz.Of}"))
        : asked.Policy.Title;

    private string QuestionOf(AcknowledgeStep step) => step switch
    {
        AcknowledgeStep.Answer answer => answer.Asks.Question.Ask,
        AcknowledgeStep.Confirm confirm => confirm.Statement.Text,
        _ => words.Say("acknowledging/read it"),
    };

    private IEnumerable<CardButton> Buttons(DialogReply.AsksToAcknowledge asked)
    {
        var labels = asked.Step switch
        {
            AcknowledgeStep.Answer { Asks.Answers: var answers } => answers.Select((_, i) => words.Say("acknowledging/answer", ("number", $"{i + 1}"))),
            AcknowledgeStep.Confirm => [phrases.Confirm, phrases.TalkFirst],
            _ => [phrases.HasRead, phrases.TalkFirst],
        };
        return AcknowledgeDialog.ValuesOf(asked.Step).Zip(labels, (value, label) => new CardButton(label, DialogButtons.Answer(asked.Progress, AcknowledgeDialog.Asked, value)));
    }

    /// <summary>The explanation with the clause word for word, after a right answer as after a wrong one.</summary>
    private string Marked(Marking marked) => marked switch
    {
        Marking.Right right => words.Say("acknowledging/right", ("why", right.Question.Why), ("clause", Quoted(right.Question))),
        Marking.Wrong wrong => words.Say(wrong.IsTriedAgain ? "acknowledging/wrong, again" : "acknowledging/wrong", ("right", wrong.Question.Answers.First(answer => answer.IsRight).Text),
            ("why", wrong.Question.Why), ("clause", Quoted(wrong.Question))),
        _ => words.Say("walk/stale"),
    };

    private static string Quoted(QuizQuestion question) =>
        question.Clause.LeadIn is { } leadIn ? $"{leadIn} {question.Clause.Text}" : question.Clause.Text;
}
