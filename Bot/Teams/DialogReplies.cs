using PolicyBot.Answers;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Teams;

/// <summary>A turn within dialogs, as messages, or as the card that takes the place of the one whose button was pressed.</summary>
internal sealed class DialogReplies(DialogCards cards, CardPrinter printer, AnswerReply answers, Words words)
{
    /// <summary>Every reply a message of its own.</summary>
    public IReadOnlyList<Activity> Messages(DialogTurn turn) =>
        [.. turn.Replies.SelectMany((reply, i) => Messages(reply, isAskedNext: i + 1 < turn.Replies.Count))];

    /// <summary>An answer as it stands alone, and the scenario it offers, if any.</summary>
    public IEnumerable<Activity> Plain(Answer answer, Opening? offer) =>
        offer is { IsBegun: false } ? [.. answers.To(answer), printer.Message(cards.Offer(offer))] : answers.To(answer);

    /// <summary>The first card takes the place of the one pressed; what else there is are messages.</summary>
    public (InvokeResponse Response, IReadOnlyList<Activity> Messages) InPlace(DialogTurn turn)
    {
        var at = turn.Replies.ToList().FindIndex(reply => cards.Of(reply) is not null);
        if (at >= 0)
            return (CardResponse.Of(printer.Print(cards.Of(turn.Replies[at])!)), Messages(turn with { Replies = [.. turn.Replies.Where((_, i) => i != at)] }));

        return turn.Replies is [DialogReply.Cancelled or DialogReply.Over or DialogReply.StillOpen, ..]
            ? (CardResponse.Of(printer.Print(new NoteCard(Text(turn.Replies[0])))), [])
            : (CardResponse.Of(printer.Print(new NoteCard(words.Say("walk/answered")))), Messages(turn));
    }

    private IEnumerable<Activity> Messages(DialogReply reply, bool isAskedNext) => reply switch
    {
        DialogReply.Answers given => isAskedNext ? answers.Alone(given.Answer) : answers.To(given.Answer),
        _ when cards.Of(reply) is { } card => [printer.Message(card)],
        _ => [new Activity { Type = ActivityTypes.Message, TextFormat = "markdown", Text = Text(reply) }],
    };

    private string Text(DialogReply reply) => reply switch
    {
        DialogReply.Help => words.Say("walk/help").Trim(),
        DialogReply.StillOpen open => words.Say("walk/still open", ("title", open.Title)),
        DialogReply.Over over => words.Say(over.Note is Note.Ended ? "walk/ended" : "walk/gone"),
        DialogReply.Lists lists => words.Say("walk/list", ("scenarios", string.Join('\n', lists.Scenarios.Select((scenario, i) => $"{i + 1}. {scenario.Title}")))).Trim(),
        _ => words.Say("walk/cancelled"),
    };
}
