using System.Collections.Concurrent;
using PolicyBot.Answers;
using PolicyBot.BotFramework;
using PolicyBot.Policies;

namespace PolicyBot.Teams;

/// <summary>
/// An answer as a person reads it: the verdict, a sentence or two, the clause word for word, the next step, whom to ask.
/// </summary>
internal sealed class AnswerReply(Words words, ClubSettings club, HelpReply help, SafeguardingReply safeguarding)
{
    /// <summary>Answers of one rule are alike, so their messages are made once: the rule's own wording is the key.</summary>
    private readonly ConcurrentDictionary<Wording, IReadOnlyList<Activity>> _made = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Activity> To(Answer answer) => answer switch
    {
        { Also: not null } => Make(answer),
        Answer.Answered answered => _made.GetOrAdd(answered.Wording, _ => Make(answer)),
        Answer.Asks asks => _made.GetOrAdd(asks.Wording, _ => Make(answer)),
        _ => Make(answer),
    };

    /// <summary>An answer beside which a dialog asks what it hangs on.</summary>
    public IReadOnlyList<Activity> Alone(Answer answer) => answer switch
    {
        Answer.Asks asks => [.. Say(new Reply(), asks.Policy, asks.Clauses, asks.Wording).ToActivities(club.PublicAddress)],
        Answer.Unclear => [],
        _ => To(answer),
    };

    /// <summary>An answer that leads into a dialog: whom to ask comes out in the end.</summary>
    public IReadOnlyList<Activity> Before(Answer answer) => answer is Answer.NotCovered { IsUnderstood: true } silent
        ? [.. Silent(silent, new Reply()).ToActivities(club.PublicAddress)]
        : Alone(answer);

    /// <summary>Suggestions are shown beside the last message only: under one that is followed by a card there would be an empty line.</summary>
    public IReadOnlyList<Activity> WithoutExamples(Answer answer) => answer is Answer.NotCovered { Also: null } silent
        ? [.. Silent(silent, new Reply()).Paragraph(words.Say("pass on", ("manager", club.Manager))).ToActivities(club.PublicAddress)]
        : To(answer);

    private IReadOnlyList<Activity> Make(Answer answer) =>
        [.. Add(answer, new Reply()).ToActivities(club.PublicAddress), .. answer.Also is { } other ? OtherMatter(other) : []];

    /// <summary>Each matter has a message of its own, so that its clauses and buttons stay beside it.</summary>
    private IEnumerable<Activity> OtherMatter(Answer other) =>
        Add(other, new Reply().Paragraph(words.Say("other matter"))).ToActivities(club.PublicAddress);

    private Reply Add(Answer answer, Reply reply) => answer switch
    {
        Answer.Answered answered => Answered(answered, reply),
        Answer.Asks asks => Asks(asks, reply),
        Answer.Unclear unclear => Unclear(unclear, reply),
        Answer.Safeguarding concern => RouteFirst(concern, reply),
        Answer.NotCovered silent => NotCovered(silent, reply),
        Answer.Help talk => help.Add(talk.Topic, reply),
        _ => throw new InvalidOperationException($"No reply for {answer.GetType().Name}."),
    };

    /// <summary>Nothing gets in the way of the route; an answer follows only where there may be no worry at all.</summary>
    private Reply RouteFirst(Answer.Safeguarding concern, Reply reply)
    {
        safeguarding.Add(concern, reply);
        return concern.Otherwise is Answer.Answered or Answer.Asks
            ? Add(concern.Otherwise, reply.Paragraph(words.Say(concern.Concern is Concern.OwnDistress ? "safeguarding/otherwise own" : "safeguarding/otherwise")))
            : reply;
    }

    private Reply Answered(Answer.Answered answer, Reply reply)
    {
        Say(reply, answer.Policy, answer.Clauses, answer.Wording);
        if (answer.Wording.NextStep is { } step)
            reply.Paragraph(words.Say("next", ("step", step)));

        return reply.Paragraph(words.Say("ask whom", ("manager", club.Manager)));
    }

    private static Reply Asks(Answer.Asks asks, Reply reply)
    {
        Say(reply, asks.Policy, asks.Clauses, asks.Wording);
        var question = reply.Question(asks.FollowUp.Question);
        foreach (var choice in asks.FollowUp.Choices)
            question.Button(choice.Label, choice.Says);

        return reply;
    }

    private Reply Unclear(Answer.Unclear unclear, Reply reply)
    {
        var question = reply.Question(words.Say("which is meant"));
        foreach (var reading in unclear.Readings)
            question.Button(reading.Label, reading.Says);

        return reply;
    }

    private static Reply Say(Reply reply, Policy policy, IReadOnlyList<Clause> clauses, Wording wording)
    {
        var marks = string.Concat(clauses.Select(clause => $" [{reply.Cite(policy, clause)}]"));
        reply.Paragraph($"**{wording.Verdict}**").Paragraph(wording.Explanation + marks);
        return clauses is [var best, ..] ? reply.Quote(policy, best) : reply;
    }

    private Reply NotCovered(Answer.NotCovered silent, Reply reply)
    {
        Silent(silent, reply).Paragraph(words.Say("pass on", ("manager", club.Manager)));
        if (!silent.IsUnderstood)
            help.OfferExamples(reply);

        return reply;
    }

    private Reply Silent(Answer.NotCovered silent, Reply reply)
    {
        reply.Paragraph($"**{words.Say(silent.IsHeldBack ? "held back" : "not covered")}**");
        reply.Paragraph(silent.Explanation ?? (silent.IsHeldBack ? words.Say("held back why") : words.Say("nothing known", ("policies", help.Titles))));
        if (silent.SettledBy is { } other)
            reply.Paragraph(words.Say("settled by", ("policy", other)));
        if (silent is { Policy: { } policy, NamedIn: { } naming })
            reply.Quote(policy, naming);
        else if (silent is { Policy: { } near, Nearest: { } nearest })
            reply.Paragraph(words.Say(silent.IsHeldBack ? "reads now" : "nearest")).Quote(near, nearest);

        return reply;
    }
}
