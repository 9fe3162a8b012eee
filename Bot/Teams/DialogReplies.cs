using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Teams;

/// <summary>What dialogs say, as messages, or as the card that takes the place of the one whose button was pressed.</summary>
internal sealed class DialogReplies(DialogCards cards, CardPrinter printer, AnswerReply answers, Words words)
{
    /// <summary>Every reply a message of its own.</summary>
    public IReadOnlyList<Activity> Messages(IReadOnlyList<DialogReply> replies) =>
        [.. replies.SelectMany((reply, i) => Messages(reply, i + 1 < replies.Count ? replies[i + 1] : null))];

    /// <summary>The first card takes the place of the one pressed; what else there is are messages. After an answer in words nothing goes before it.</summary>
    public (InvokeResponse Response, IReadOnlyList<Activity> Messages) InPlace(IReadOnlyList<DialogReply> replies)
    {
        var at = replies.ToList().FindIndex(reply => cards.Of(reply) is not null);
        if (at >= 0 && replies is not [DialogReply.Answers, ..])
            return (PressAnswer.Card(printer.Print(cards.Of(replies[at])!)), Messages([.. replies.Where((_, i) => i != at)]));

        return replies is [DialogReply.Answers, ..]
            ? (PressAnswer.Card(printer.Print(new NoteCard(words.Say("walk/answered")))), Messages(replies))
            : (PressAnswer.Card(printer.Print(new NoteCard(replies is [var first, ..] ? Text(first) : words.Say("walk/gone")))), []);
    }

    private IEnumerable<Activity> Messages(DialogReply reply, DialogReply? next) => reply switch
    {
        DialogReply.Answers given => next switch
        {
            DialogReply.Asks { Note: Note.None } => answers.Before(given.Answer),
            DialogReply.Asks or DialogReply.Chooses => answers.Alone(given.Answer),
            DialogReply.OffersManager => answers.WithoutExamples(given.Answer),
            _ => answers.To(given.Answer),
        },
        DialogReply.Repeats repeats => [cards.Repeated(repeats.Question)],
        _ when cards.Of(reply) is { } card => [printer.Message(card)],
        DialogReply.OffersManager => [],
        _ => [new Activity { Type = ActivityTypes.Message, TextFormat = "markdown", Text = Text(reply) }],
    };

    private string Text(DialogReply reply) => reply switch
    {
        DialogReply.Help => words.Say("walk/help").Trim(),
        DialogReply.StillOpen open => words.Say("walk/still open", ("title", open.Title)),
        DialogReply.Over over => words.Say(over.Note switch { Note.Ended => "walk/ended", Note.NotSealed => "walk/not sealed", Note.TextChanged => "acknowledging/text changed", _ => "walk/gone" }),
        DialogReply.Lists lists => words.Say("walk/list", ("scenarios", string.Join('\n', lists.Scenarios.Select((scenario, i) => $"{i + 1}. {scenario.Title}")))).Trim(),
        DialogReply.AsksAnswer => words.Say("passing on/write answer"),
        DialogReply.Answered => words.Say("passing on/answered"),
        DialogReply.Says said => said.Text,
        DialogReply.Cancelled { Of: Progress.Acknowledging } => words.Say("acknowledging/left"),
        _ => words.Say("walk/cancelled"),
    };
}
