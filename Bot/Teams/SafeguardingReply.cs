using PolicyBot.Answers;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Teams;

/// <summary>
/// The route to follow, before anything else and without a question. Never to the person the worry is about, never
/// "ask your Manager first", and no claim that anybody was told.
/// </summary>
internal sealed class SafeguardingReply(Words words, ClubSettings club)
{
    private readonly SafeguardingContacts _contacts = club.Safeguarding;

    public Reply Add(Answer.Safeguarding answer, Reply reply)
    {
        reply.Paragraph($"**{Headline(answer.Concern)}**");
        reply.Bullets(words.List(Steps(answer.Concern)).Select(Fill));
        if (answer.Concern is not Concern.OwnDistress)
        {
            foreach (var line in WhoElse(answer.Concern))
                reply.Paragraph(line);
        }

        reply.Paragraph(words.Say("safeguarding/kept"));
        return answer is { Concern: not Concern.OwnDistress, NamedIn: var (policy, clause) }
            ? reply.Paragraph(words.Say("safeguarding/policy")).Quote(policy, clause)
            : reply;
    }

    /// <summary>The same for whoever pressed a button. It leads to the steps that fit better, and asks nothing.</summary>
    public RouteCard Card(Concern concern) => new(
        Headline(concern),
        [.. words.List(Steps(concern)).Select(Fill)])
    {
        Also = concern is Concern.OwnDistress ? [] : [.. WhoElse(concern)],
        Kept = words.Say("safeguarding/kept"),
        MoreExactly = [.. Enum.GetValues<Concern>().Where(other => other is not Concern.Worry && other != concern)
            .Select(other => new CardButton(words.Say($"safeguarding/more exactly/{other}"), DialogButtons.Unsafe(other)))],
    };

    private IEnumerable<string> WhoElse(Concern concern)
    {
        yield return words.Say("safeguarding/small worry");
        if (concern is not Concern.AdultMayBeRisk)
            yield return Fill(words.Say("safeguarding/about an adult"));
        if (concern is not Concern.AdultMayBeRisk && _contacts.Deputy is not null)
            yield return Fill(words.Say("safeguarding/deputy"));
        yield return Fill(words.Say("safeguarding/unreachable"));
    }

    private string Headline(Concern concern) => words.Say(concern is Concern.OwnDistress ? "safeguarding/own headline" : "safeguarding/headline");

    private static string Steps(Concern concern) => concern switch
    {
        Concern.DangerNow => "safeguarding/danger now",
        Concern.Disclosure => "safeguarding/disclosure",
        Concern.ContactFromChild => "safeguarding/contact from child",
        Concern.Image => "safeguarding/image",
        Concern.AdultMayBeRisk => "safeguarding/adult may be risk",
        Concern.OwnDistress => "safeguarding/own distress",
        _ => "safeguarding/worry",
    };

    private string Fill(string text) => Words.Fill(text,
        ("lead", _contacts.Lead), ("deputy", _contacts.Deputy ?? ""), ("head", _contacts.Head), ("chair", _contacts.Chair),
        ("lado", _contacts.Lado), ("social care", _contacts.SocialCare));
}
