using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Questions;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>What a turn has to write and send beside its own replies.</summary>
internal sealed record Errands(IReadOnlyList<DialogReply> Replies)
{
    public IReadOnlyList<object> Records { get; init; } = [];

    public IReadOnlyList<Promise> Promises { get; init; } = [];
}

/// <summary>Questions on their way to the manager, and answers on their way back.</summary>
internal sealed class ManagerDesk(IQuestionBook book, QuestionCards cards, ThemeCount themes, Precedents precedents)
{
    public bool IsManager(Activity activity) => cards.ManagerId is { } id && activity.From?.EntraId == id;

    /// <summary>Counts what the policies did not answer.</summary>
    public void Note(Activity activity, IReadOnlyList<DialogReply> said)
    {
        foreach (var silent in said.OfType<DialogReply.Answers>().Select(reply => reply.Answer).OfType<Answers.Answer.NotCovered>())
            themes.Note(ConversationKey.Of(activity).Value, silent.About ?? cards.SomethingElse);
    }

    public async Task<Errands> ErrandsAsync(Activity activity, DialogTurn decided, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (decided.Sent is { } sent)
            return PassOn(activity, sent, decided.Replies, now);
        if (decided.Written is { } written && IsManager(activity))
            return await AnswerAsync(written.Question, new ManagerAnswer(written.Text, null, activity.From?.Name, now), decided.Replies, cancellationToken);

        return new Errands(decided.Replies);
    }

    /// <summary>The answer goes into the book and back to who asked, if nobody answered before.</summary>
    public async Task<Errands> AnswerAsync(string id, ManagerAnswer answer, IReadOnlyList<DialogReply> replies, CancellationToken cancellationToken)
    {
        var question = await book.FindAsync(id, cancellationToken);
        if (question is not { Answer: null })
            return new Errands([new DialogReply.ShowsQuestion(question)]);

        var answered = question with { Answer = answer };
        return new Errands([new DialogReply.ShowsQuestion(answered), .. replies.Where(reply => reply is not DialogReply.Answered)])
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
        _ => [cards.Themes(await themes.SinceAsync(cancellationToken))],
    };

    public DialogReply NotForYou => cards.NotForYou;

    /// <summary>An answer is given next time, if nothing speaks against it.</summary>
    public async Task<Errands> KeepAsync(string id, CancellationToken cancellationToken)
    {
        var question = await book.FindAsync(id, cancellationToken);
        if (question is not { Answer: not null })
            return new Errands([new DialogReply.ShowsQuestion(question)]);
        if (precedents.Against(question) is { } why)
            return new Errands([cards.NotKept(why)]);

        return new Errands([new DialogReply.ShowsQuestion(question with { IsPrecedent = true }), cards.Kept]) { Records = [new QuestionRecord.MadePrecedent(id, question.Answer.At)] };
    }

    public Task<PassedQuestion?> FindAsync(string id, CancellationToken cancellationToken) => book.FindAsync(id, cancellationToken);

    private Errands PassOn(Activity activity, Sent sent, IReadOnlyList<DialogReply> replies, DateTimeOffset now)
    {
        var question = new PassedQuestion(QuestionIds.New(), sent.Text, sent.IsAnonymous ? null : activity.From?.Name ?? cards.Staff, ConversationKey.Of(activity).Value, now)
        {
            Policy = sent.Policy,
        };
        return new Errands(replies)
        {
            Records = [new QuestionRecord.Passed(question)],
            Promises = [new Promise(new Recipient.Person(cards.ManagerId!), cards.MessageForManager(question), now) { Key = $"question/{question.Id}" }],
        };
    }
}
