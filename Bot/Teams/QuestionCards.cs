using System.Globalization;
using System.Text.Json.Nodes;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Policies;
using PolicyBot.Questions;
using PolicyBot.Teams.Cards;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>Questions passed on, as the manager and whoever asked see them.</summary>
internal sealed class QuestionCards(Words words, ClubSettings club, PolicyLibrary library, CardPrinter printer)
{
    /// <summary>More cards at once nobody reads.</summary>
    private const int MostAtOnce = 5;

    public ClubSettings Club => club;

    public string? ManagerId => club.ManagerId;

    /// <summary>For who has no name on the channel.</summary>
    public string Staff => words.Say("passing on/staff");

    public string SomethingElse => words.Say("passing on/something else");

    public DialogReply.Says NotForYou => new(words.Say("passing on/not for you"));

    public DialogReply.Says Kept => new(words.Say("passing on/is precedent"));

    public DialogReply.Says NotKept(WhyNot why) => new(words.Say("passing on/not precedent", ("why", words.Say($"passing on/why not/{why}"))));

    public Activity MessageForManager(PassedQuestion question) => printer.Message(ForManager(question));

    public Card ForManager(PassedQuestion? question) => question is null
        ? new NoteCard(words.Say("passing on/gone"))
        : new ManagerQuestionCard(words.Say("passing on/to manager"), question.Asker ?? words.Say("passing on/from nobody"),
            SchoolTime.Written(question.AskedAt), question.Text, Clauses(question), new CardButton(words.Say("passing on/answer button"), Data("answer", question)))
        {
            Answered = question.Answer is { } answer ? Given(answer, question) : null,
            Note = question.Answer is { } given ? words.Say("passing on/answered by", ("time", SchoolTime.Written(given.At))) : null,
            More = question is { Answer: not null, IsPrecedent: false } ? [new CardButton(words.Say("passing on/make precedent"), Data("keep", question))] : [],
        };

    /// <summary>The answer on its way back. It quotes what was asked, for the answer may come days later.</summary>
    public Activity ForAsker(PassedQuestion question)
    {
        var reply = new Reply().Paragraph(words.Say("passing on/answer")).Paragraph(words.Say("passing on/your question"))
            .Quoted(question.Text).Paragraph(Reply.Plain(question.Answer!.Text));
        if (ClauseOf(question) is var (policy, clause))
            reply.Paragraph(words.Say("passing on/rests on")).Quote(policy, clause);

        return reply.ToActivities(club.PublicAddress).First();
    }

    /// <summary>What was answered before, with the question it was an answer to, so that nobody takes it for more.</summary>
    public Activity Repeated(PassedQuestion question)
    {
        var reply = new Reply().Paragraph(words.Say("passing on/precedent", ("time", SchoolTime.Written(question.Answer!.At)))).Quoted(question.Text).Paragraph(Reply.Plain(question.Answer.Text));
        if (ClauseOf(question) is var (policy, clause))
            reply.Paragraph(words.Say("passing on/rests on")).Quote(policy, clause);

        return reply.ToActivities(club.PublicAddress).First();
    }

    public DialogReply.Says Mine(IReadOnlyList<PassedQuestion> questions) => questions.Count == 0
        ? new DialogReply.Says(words.Say("passing on/none of mine"))
        : new DialogReply.Says($"{words.Say("passing on/mine")}\n\n{string.Join('\n', questions.Select(Line))}");

    public IReadOnlyList<DialogReply> Waiting(IReadOnlyList<PassedQuestion> questions) => questions.Count == 0
        ? [new DialogReply.Says(words.Say("passing on/none waiting"))]
        : [.. questions.Take(MostAtOnce).Select(question => new DialogReply.ShowsQuestion(question)), .. More(questions.Count - MostAtOnce)];

    public DialogReply.Says Themes((DateOnly Since, IReadOnlyList<Theme> Themes) found)
    {
        var (floor, month) = ($"{Theme.Floor}", found.Since.ToString("MMMM yyyy", CultureInfo.InvariantCulture));
        return found.Themes.Count == 0
            ? new DialogReply.Says(words.Say("passing on/no themes", ("floor", floor)))
            : new DialogReply.Says($"{words.Say("passing on/themes", ("floor", floor), ("month", month))}\n\n"
                + string.Join('\n', found.Themes.Select(theme => $"- {theme.Subject}: {theme.Asked}")));
    }

    private IEnumerable<DialogReply> More(int left) => left > 0 ? [new DialogReply.Says(words.Say("passing on/more waiting", ("more", $"{left}")))] : [];

    private string Line(PassedQuestion question) =>
        $"- {Reply.Plain(question.Text.ReplaceLineEndings("; "))} ({SchoolTime.Written(question.AskedAt)}): "
        + (question.Answer is { } answer ? $"{words.Say("passing on/state answered")}. {Reply.Plain(Given(answer, question).ReplaceLineEndings(" "))}" : words.Say("passing on/waiting"));

    private string Given(ManagerAnswer answer, PassedQuestion question) => ClauseOf(question) is var (policy, clause)
        ? $"{answer.Text}\n{policy.Title}: {clause.Id}".Trim()
        : answer.Text;

    private (Policy Policy, Clause Clause)? ClauseOf(PassedQuestion question) =>
        ClauseId.TryParse(question.Answer?.Clause, out var id) && PolicyOf(question) is { } policy && policy.Find(id) is { } clause ? (policy, clause) : null;

    private Policy? PolicyOf(PassedQuestion question) =>
        library.Policies.FirstOrDefault(policy => policy.Id.Value == question.Policy) ?? (library.Policies is [var only, ..] ? only : null);

    private List<ClauseChoice> Clauses(PassedQuestion question) =>
        [.. PolicyOf(question)?.Clauses.Select(clause => new ClauseChoice(clause.Id.Value, clause.Id.Value.Replace('-', ' '))) ?? []];

    private static JsonObject Data(string what, PassedQuestion question) => new() { ["do"] = what + "-question", ["question"] = question.Id, ["nonce"] = TurnKey.NewNonce() };
}
