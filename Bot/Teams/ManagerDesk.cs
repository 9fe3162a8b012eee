using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Questions;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>What a turn has to write and send beside its own replies.</summary>
internal sealed record Paperwork(IReadOnlyList<DialogReply> Replies)
{
    public IReadOnlyList<object> Records { get; init; } = [];

    public IReadOnlyList<Promise> Promises { get; init; } = [];
}

/// <summary>Questions on their way to the manager, and answers on their way back.</summary>
internal sealed class ManagerDesk(IQuestionBook book, QuestionCards cards, ThemeCount themes, Precedents precedents)
{
    public bool IsManager(Activity activity) => cards.ManagerId is { } id && activity.From?.EntraId == id;

    /// <summary>Counts what the policies did not answer, and what they did.</summary>
    public void Note(Activity activity, IReadOnlyList<DialogReply> said)
    {
        foreach (var reply in said)
            if (SubjectOf(reply) is { } subject)
                themes.Note(ConversationKey.Of(activity).Value, subject);
    }

    private string? SubjectOf(DialogReply reply) => reply switch
    {
        DialogReply.Answers { Answer: Answers.Answer.NotCovered silent } => silent.About ?? cards.SomethingElse,
        DialogReply.Answers { Answer: Answers.Answer.Answered { Clauses: [var clause, ..] } answered } => Theme.OfClause(answered.Policy.Id.Value, clause.Id.Value),
        DialogReply.Ends { Outcome.AsksManager: true } ends => Theme.OfManager(ends.Scenario.Policy.Id.Value, ends.Scenario.Title),
        _ => null,
    };

    public async Task<Paperwork> PaperworkAsync(Activity activity, DialogTurn decided, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (decided.Sent is { } sent)
            return PassOn(activity, sent, decided.Replies, now);
        if (decided.Written is { } written && IsManager(activity))
            return await AnswerAsync(written.Question, new ManagerAnswer(written.Text, null, activity.From?.Name, now), decided.Replies, cancellationToken);

        return new Paperwork(decided.Replies);
    }

    /// <summary>The answer goes into the book and back to who asked, if nobody answered before.</summary>
    public async Task<Paperwork> AnswerAsync(string id, ManagerAnswer answer, IReadOnlyList<DialogReply> replies, CancellationToken cancellationToken)
    {
        var question = await book.FindAsync(id, cancellationToken);
        if (question is not { Answer: null })
            return new Paperwork([new DialogReply.ShowsQuestion(question)]);

        var answered = question with { Answer = answer };
        return new Paperwork([new DialogReply.ShowsQuestion(answered), .. replies.Where(reply => reply is not DialogReply.Answered)])
        {
            Records = [new QuestionRecord.Answered(id, answer)],
            Promises = [new Promise(new Recipient.Conversation(new ConversationKey(question.Conversation), null), cards.ForAsker(answered), answer.At) { Key = $"answer/{id}" }],
        };
    }

    public async Task<IReadOnlyList<DialogReply>> LookAsync(Activity activity, Looking looking, CancellationToken cancellationToken) => looking switch
    {
        Looking.MyQuestions => [cards.Mine(await book.AskedInAsync(ConversationKey.Of(activity).Value, cancellationToken))],
        _ when !IsManager(activity) => [cards.NotForYou],
        Looking.Questions => cards.Waiting(await book.WaitingAsync(cancellationToken)),
        _ => [cards.Themes(await ThemesAsync(cancellationToken))],
    };

    private async Task<(DateOnly Since, IReadOnlyList<Theme> Themes)> ThemesAsync(CancellationToken cancellationToken)
    {
        var (since, counted) = await themes.SinceAsync(cancellationToken);
        return (since, [.. counted.Where(theme => theme.IsUnanswered)]);
    }

    public DialogReply NotForYou => cards.NotForYou;

    /// <summary>An answer is given next time, if nothing speaks against it.</summary>
    public async Task<Paperwork> KeepAsync(string id, CancellationToken cancellationToken)
    {
        var question = await book.FindAsync(id, cancellationToken);
        if (question is not { Answer: not null })
            return new Paperwork([new DialogReply.ShowsQuestion(question)]);
        if (precedents.Against(question) is { } why)
            return new Paperwork([cards.NotKept(why)]);

        return new Paperwork([new DialogReply.ShowsQuestion(question with { IsPrecedent = true }), cards.Kept]) { Records = [new QuestionRecord.MadePrecedent(id, question.Answer.At)] };
    }

    public Task<PassedQuestion?> FindAsync(string id, CancellationToken cancellationToken) => book.FindAsync(id, cancellationToken);

    private Paperwork PassOn(Activity activity, Sent sent, IReadOnlyList<DialogReply> replies, DateTimeOffset now)
    {
        var question = new PassedQuestion(QuestionIds.New(), sent.Text, sent.IsAnonymous ? null : activity.From?.Name ?? cards.Staff, ConversationKey.Of(activity).Value, now)
        {
            Policy = sent.Policy,
        };
        return new Paperwork(replies)
        {
            Records = [new QuestionRecord.Passed(question)],
            Promises = [new Promise(new Recipient.Person(cards.ManagerId!), cards.MessageForManager(question), now) { Key = PassedQuestion.MessageKey(question.Id) }],
        };
    }
}
