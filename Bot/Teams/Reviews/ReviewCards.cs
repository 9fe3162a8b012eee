using System.Globalization;
using System.Text.Json.Nodes;
using PolicyBot.Dialogs;
using PolicyBot.Policies;
using PolicyBot.Reviews;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Teams.Reviews;

/// <summary>A review as whoever reviews it sees it.</summary>
internal sealed class ReviewCards(Words words, ReviewSettings settings, ReviewFindings findings, ClubSettings club)
{
    /// <param name="escalation">To the head or the chair, who are told and have nothing to press.</param>
    public ReviewCard Of(ReviewStanding standing, ReviewPack pack, DateOnly today, ReviewStep? escalation) => Of(standing.Policy, standing.Review, pack, today) with
    {
        Facts = [.. Facts(standing.Policy, standing.Review, today), .. Link(standing.Review)],
        Note = escalation is { } step ? words.Say($"reviews/escalated/{step.Kind}") : null,
        Buttons = escalation is null ? Buttons(standing.Review) : [],
    };

    public Card Of(DialogReply.ShowsReview shows, DateOnly today) => shows.Form switch
    {
        ReviewForm.Unchanged => Unchanged(shows, today),
        ReviewForm.Give => new FormCard(Title(shows.Policy), words.Say("reviews/give/intro"), [Field("person", "give", shows.Typed is [var typed] ? typed : "")], Button("give", shows.Review)) { Note = shows.Note },
        ReviewForm.Paste => new FormCard(Title(shows.Policy), words.Say("reviews/how to change"), [], Button("paste", shows.Review)) { Long = [Field("text", "paste", "")], Note = shows.Note },
        _ => Of(shows.Policy, shows.Review, shows.Pack!, today) with { Note = shows.Note, Buttons = Buttons(shows.Review) },
    };

    /// <summary>"The review was due September 2023, 3 years and 2 months ago."</summary>
    public string Headline(ReviewStanding standing, DateOnly today) => Headline(standing.Policy, standing.Review, today);

    /// <summary>For a notice: what it is about and what to do.</summary>
    public string InShort(ReviewStanding standing, DateOnly today) =>
        $"{Headline(standing, today)} {words.Say(standing.Review.Due < today ? "reviews/still adopted" : "reviews/not void")} {words.Say("reviews/what to do")}";

    private ReviewCard Of(Policy policy, Review review, ReviewPack pack, DateOnly today) => new(Title(policy), Headline(policy, review, today))
    {
        Facts = [.. Facts(policy, review, today), .. review.Version > 0 ? Link(review) : []],
        Findings = [.. People(policy, review), .. findings.OnCard(pack)],
        Heading = words.Say("reviews/pack"),
    };

    private FormCard Unchanged(DialogReply.ShowsReview shows, DateOnly today)
    {
        var typed = shows.Typed.Count == 3 ? shows.Typed : ["", SchoolTime.Written(today), today.AddMonths(settings.EveryMonths).ToString("MMMM yyyy", CultureInfo.InvariantCulture)];
        return new FormCard(Title(shows.Policy), words.Say("reviews/unchanged/intro"),
            [Field("approved", "unchanged", typed[0]), Field("on", "unchanged", typed[1]), Field("next", "unchanged", typed[2])], Button("unchanged", shows.Review))
        {
            Note = shows.Note,
        };
    }

    private string Title(Policy policy) => words.Say("reviews/title", ("title", policy.Title));

    private string Headline(Policy policy, Review review, DateOnly today) => review switch
    {
        { HasDate: false } => words.Say("reviews/undated"),
        _ when review.Due > today => words.Say("reviews/before", ("due", ReviewStatus.DueOf(policy)), ("days", Days(review.Due.DayNumber - today.DayNumber))),
        _ when review.Due == today => words.Say("reviews/today"),
        _ => words.Say("reviews/overdue", ("due", ReviewStatus.DueOf(policy)), ("since", Since(review.Due, today))),
    };

    private IEnumerable<string> Facts(Policy policy, Review review, DateOnly today)
    {
        yield return review.Due < today && review.HasDate ? words.Say("reviews/still adopted") : words.Say("reviews/not void");
        if (policy is { Reviewed: null, ReviewDue: { IsAssumed: true } due })
            yield return words.Say("reviews/assumed", ("day", SchoolTime.Written(due.Day)));
        if (review.LaterOn is { } later && later > today)
            yield return words.Say("reviews/later on", ("day", SchoolTime.Written(later)));
    }

    /// <summary>Names, and what somebody typed: shown as typed.</summary>
    private IEnumerable<CardFact> People(Policy policy, Review review)
    {
        if (review.Owner is { } owner)
            yield return new CardFact(words.Say("reviews/given"), owner.Name);
        if (policy.Reviewed is { } reviewed)
            yield return new CardFact(words.Say("reviews/last"), words.Say("reviews/last on", ("day", SchoolTime.Written(reviewed.On)), ("by", reviewed.By)));
    }

    private IEnumerable<string> Link(Review review) => club.PublicAddress is { } address ? [words.Say("reviews/link", ("link", $"{address}/reviews/{review.Key}"))] : [];

    private IReadOnlyList<CardButton> Buttons(Review review) =>
        [Button("form-unchanged", review), Button("changes", review), Button("later-7", review), Button("later-30", review), Button("form-give", review)];

    private CardField Field(string id, string form, string value) => new(id, words.Say($"reviews/{form}/{id}"), value);

    private CardButton Button(string what, Review review) => new(words.Say($"reviews/buttons/{what}"), new JsonObject
    {
        ["do"] = $"review-{what}",
        ["policy"] = review.Policy,
        ["due"] = review.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    });

    private static string Since(DateOnly due, DateOnly today)
    {
        var months = ((today.Year - due.Year) * 12) + today.Month - due.Month - (today.Day < Math.Min(due.Day, DateTime.DaysInMonth(today.Year, today.Month)) ? 1 : 0);
        return months switch
        {
            0 => Days(today.DayNumber - due.DayNumber),
            < 12 => Count(months, "month"),
            _ when months % 12 == 0 => Count(months / 12, "year"),
            _ => $"{Count(months / 12, "year")} and {Count(months % 12, "month")}",
        };
    }

    private static string Days(int days) => Count(days, "day");

    private static string Count(int number, string unit) => $"{number} {unit}{(number == 1 ? "" : "s")}";
}
