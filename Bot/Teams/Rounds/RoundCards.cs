using System.Globalization;
using System.Text.Json.Nodes;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Teams.Rounds;

/// <summary>Rounds as the manager sees them: what one would do, and where one stands.</summary>
internal sealed class RoundCards(Words words, RoundMessages messages)
{
    /// <summary>More names at once nobody reads on a card; the report has them all.</summary>
    private const int MostNames = 25;

    public RoundCard Of(RoundPreview preview) => new(
        words.Say("rounds/preview/title", ("title", preview.Policy.Title)),
        words.Say("rounds/preview/people", ("people", $"{preview.People}"), ("leave", $"{preview.OnLeave}"), ("lost", $"{preview.NotReachable.Count}")).Trim())
    {
        Facts = [.. Lines(preview)],
        Missing = [.. preview.NotReachable.Take(MostNames).Select(lost => new CardFact(lost.Person.Name, Refusal.Said(lost.Why))), .. More(preview.NotReachable.Count)],
        Buttons = [Button("start", preview.Policy, preview.Open)],
    };

    public RoundCard Of(RoundStatus status) => new(
        words.Say("rounds/status/title", ("title", status.Policy.Title)),
        words.Say("rounds/status/of", ("done", $"{status.Count.Of(MemberState.Acknowledged)}"), ("people", $"{status.Count.People}")).Trim())
    {
        Slices = [.. Enum.GetValues<MemberState>().Where(state => status.Count.Of(state) > 0).Select(state => new CardSlice(words.Say($"rounds/states/{state}"), status.Count.Of(state), ColorOf(state)))],
        Facts = [words.Say("rounds/status/as at", ("time", SchoolTime.TimeOf(status.AsAt).ToString("HH:mm", CultureInfo.InvariantCulture)), ("day", SchoolTime.Written(SchoolTime.DayOf(status.AsAt)))),
            words.Say("rounds/status/since", ("time", SchoolTime.Written(status.Round.StartedAt)), ("by", status.Round.StartedBy), ("state", words.Say($"rounds/round states/{status.Round.State}"))),
            words.Say("rounds/status/delivered", ("asked", $"{status.Count.Asked}"), ("delivered", $"{status.Count.Delivered}")),
            .. status.Count.Seen > 0 ? [words.Say("rounds/status/seen", ("seen", $"{status.Count.Seen}"))] : Array.Empty<string>()],
        Missing = [.. status.Missing.Take(MostNames).Select(pair => new CardFact(pair.Person.Name, Why(pair.Member))), .. More(status.Missing.Count)],
        Buttons = [.. Steerings(status)],
    };

    /// <summary>What everybody is asked with.</summary>
    public QuestionCard Of(Round round) => messages.CardFor(round, new LadderStep(StepKind.Issue, 0), round.StartedAt);

    private IEnumerable<string> Lines(RoundPreview preview)
    {
        if (preview is { First: { } first, Last: { } last })
            yield return words.Say("rounds/preview/times", ("first", SchoolTime.Written(first)), ("last", SchoolTime.Written(last)));
        if (preview.Open is { } open)
            yield return words.Say("rounds/preview/instead", ("time", SchoolTime.Written(open.StartedAt)));
        yield return words.Say("rounds/preview/sample");
    }

    private string Why(RoundMember member) => member.State switch
    {
        MemberState.NotReachable => Refusal.Said(member.Reason ?? ""),
        MemberState.WantsToTalk => words.Say("rounds/states/WantsToTalk"),
        _ when member.Sent.Count == 0 => member.NextAt is { } at ? words.Say("rounds/status/not asked yet", ("time", SchoolTime.Written(at))) : words.Say("rounds/status/not asked"),
        _ => words.Say("rounds/status/asked", ("time", SchoolTime.Written(member.Sent[0].At)), ("messages", $"{member.Sent.Count}")),
    };

    private IEnumerable<CardFact> More(int people) => people > MostNames ? [new CardFact(words.Say("rounds/more", ("more", $"{people - MostNames}")), words.Say("rounds/report"))] : [];

    private IEnumerable<CardButton> Steerings(RoundStatus status) => status.Round.State switch
    {
        RoundState.Running => [Button("remind", status.Policy, status.Round), Button("pause", status.Policy, status.Round), Button("stop", status.Policy, status.Round)],
        RoundState.Paused => [Button("resume", status.Policy, status.Round), Button("stop", status.Policy, status.Round)],
        _ => [Button("preview", status.Policy, status.Round)],
    };

    private CardButton Button(string what, Policy policy, Round? round) =>
        new(words.Say($"rounds/buttons/{what}"), new JsonObject { ["do"] = $"round-{what}", ["policy"] = policy.Id.Value, ["round"] = round?.Id });

    private static string ColorOf(MemberState state) => state switch
    {
        MemberState.Acknowledged => "good",
        MemberState.NotReachable => "attention",
        MemberState.Open => "warning",
        _ => "neutral",
    };
}
