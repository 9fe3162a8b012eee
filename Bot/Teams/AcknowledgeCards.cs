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

    /// <summary>The answers of the quiz stand above their buttons: a phone does not show so many words on one.</summary>
    private IEnumerable<CardButton> Buttons(DialogReply.AsksToAcknowledge asked) => AcknowledgeDialog.OptionsOf(asked.Step, phrases).Select((option, i) => new CardButton(
        asked.Step is AcknowledgeStep.Answer ? words.Say("acknowledging/answer", ("number", $"{i + 1}")) : option.Label,
        DialogButtons.Answer(asked.Progress, AcknowledgeDialog.Asked, option.Value)));

    /// <summary>The explanation with the clause word for word, after a right answer as after a wrong one.</summary>
    private string Marked(Marking marked) => marked switch
    {
        Marking.Right right => words.Say("acknowledging/right", ("why", right.Question.Why), ("clause", right.Question.Clause.Whole)),
        Marking.Wrong wrong => words.Say(wrong.IsTriedAgain ? "acknowledging/wrong, again" : "acknowledging/wrong", ("right", wrong.Question.Answers.First(answer => answer.IsRight).Text),
            ("why", wrong.Question.Why), ("clause", wrong.Question.Clause.Whole)),
        _ => words.Say("walk/stale"),
    };
}
