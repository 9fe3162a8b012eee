using PolicyBot.Answers;
using PolicyBot.BotFramework;
using PolicyBot.Policies;

namespace PolicyBot.Teams;

/// <summary>Talk to the bot itself: what it can do, the policies it holds, a kind word.</summary>
internal sealed class HelpReply(Words words, ClubSettings club, PolicyLibrary library, TimeProvider clock)
{
    public Reply Add(HelpTopic topic, Reply reply) => topic switch
    {
        HelpTopic.Greeting => WithExamples(reply.Paragraph(words.Say("greeting"))),
        HelpTopic.Thanks => reply.Paragraph(words.Say("thanks")),
        HelpTopic.Cancel => reply.Paragraph(words.Say("cancel")),
        HelpTopic.Acknowledge => reply.Paragraph(words.Say("acknowledge", ("manager", club.Manager))),
        HelpTopic.ShowPolicy => ShowPolicies(reply),
        _ => WithExamples(reply.Paragraph(words.Say("help", ("policies", Titles)))),
    };

    /// <summary>The titles of the policies the bot holds.</summary>
    public string Titles => string.Join(", ", library.Policies.Select(policy => policy.Title));

    public IEnumerable<Activity> Welcome() => Sent(WithExamples(new Reply().Paragraph(words.Say("welcome",
        ("club", club.Club), ("policies", Titles), ("lead", club.Safeguarding.Lead)))));

    public IEnumerable<Activity> NothingToRead() => Sent(WithExamples(new Reply().Paragraph(words.Say("nothing to read"))));

    public IEnumerable<Activity> Failed() => Sent(new Reply().Paragraph(words.Say("failed", ("manager", club.Manager))));

    /// <summary>There is no database just now: honest in either case, for a broken connection may have kept it.</summary>
    public IEnumerable<Activity> NotKept() => Sent(new Reply().Paragraph(NotKeptText));

    public string PressedBefore => words.Say("walk/pressed before");

    public string NotKeptText => words.Say("not kept").Trim();

    private Reply ShowPolicies(Reply reply) => library.Policies.Aggregate(reply, (shown, policy) => shown.Paragraph(words.Say("show policy",
        ("title", policy.Title), ("link", Link(policy)), ("status", ReviewStatus.Of(policy, SchoolTime.Today(clock))))));

    private string Link(Policy policy) => club.PublicAddress is { } address ? $" ({address}/policies/{policy.Id})" : "";

    /// <summary>Something to press for whoever does not know how to go on.</summary>
    public void OfferExamples(Reply reply)
    {
        var question = reply.Question(words.Say("try"));
        foreach (var example in words.List("examples"))
            question.Button(example, example);
    }

    private Reply WithExamples(Reply reply)
    {
        OfferExamples(reply);
        return reply;
    }

    private IEnumerable<Activity> Sent(Reply reply) => reply.ToActivities(club.PublicAddress);
}
