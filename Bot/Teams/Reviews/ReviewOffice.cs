using PolicyBot.Acknowledgements.Register;
using PolicyBot.Policies;
using PolicyBot.Reviews;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Reviews;

/// <summary>Turns what is decided about a review into what is written, entered in the register and sent.</summary>
internal sealed class ReviewOffice(ReviewLadder ladder, ReviewMessages messages, ReviewSettings settings)
{
    public bool IsDue(ReviewStanding standing, DateOnly today) => ladder.DueOn(standing.Review, today).Count > 0;

    /// <returns>What is due; null where nothing is, or nobody is known who could be told.</returns>
    public ReviewBatch? Prompt(ReviewStanding standing, ReviewPack pack, DateTimeOffset now)
    {
        var (today, after, told) = (SchoolTime.DayOf(now), standing.Review, new List<(ReviewStep Step, string Person)>());
        foreach (var step in ladder.DueOn(standing.Review, today))
        {
            var people = ladder.PeopleFor(step, standing.Review, messages.ManagerId);
            told.AddRange(people.Select(person => (step, person)));
            after = people.Count > 0 ? after.Prompted(step, today) : after;
        }

        return told.Count == 0 ? null : new ReviewBatch(after,
            [.. told.Select(each => Entry(standing.Policy, each.Person, new RegisterEvent.ReviewPrompted(standing.Review.Due, $"{each.Step}"), now))],
            [.. told.Select(each => messages.InChat(standing, each.Step, each.Person, pack, now))],
            [.. told.SelectMany(each => Beside(standing, each.Step, each.Person, isFirst: standing.Review.Prompts == 0, now))]);
    }

    public static ReviewBatch Later(ReviewStanding standing, DateOnly until, string by, DateTimeOffset now) =>
        new(standing.Review with { LaterOn = until }, [Entry(standing.Policy, null, new RegisterEvent.ReviewPutOff(standing.Review.Due, until, by), now)], [], []);

    /// <summary>Whoever it is given to is told at once, and the event goes from the calendar of who had it before.</summary>
    /// <param name="owner">Null: it is the manager's again.</param>
    public ReviewBatch Give(ReviewStanding standing, ReviewOwner? owner, ReviewPack pack, IReadOnlyList<KnownErrand> brought, string by, DateTimeOffset now)
    {
        var after = standing with { Review = standing.Review with { Owner = owner, LaterOn = null } };
        var person = owner?.Person ?? messages.ManagerId;
        var step = ReviewLadder.GivenOrLater(standing.Review);
        var first = person is null ? [] : (Promise[])[messages.InChat(after, step, person, pack, now)];
        return new ReviewBatch(after.Review.Prompted(step, SchoolTime.DayOf(now)),
            [Entry(standing.Policy, person, new RegisterEvent.ReviewGiven(standing.Review.Due, owner?.Name ?? by, by), now)], first,
            [.. Over(standing.Policy, brought.Where(each => each.Errand.Person != person), now), .. person is null ? [] : Beside(after, step, person, isFirst: true, now)]);
    }

    /// <param name="brought">What the review has put into calendars and lists: it is over.</param>
    public static ReviewBatch Done(ReviewStanding standing, ReviewOutcome outcome, IReadOnlyList<KnownErrand> brought) => new(
        standing.Review with { Outcome = outcome, LaterOn = null },
        [Entry(standing.Policy, null, new RegisterEvent.Reviewed(standing.Review.HasDate ? standing.Review.Due : null, outcome.IsChanged, outcome.ApprovedBy, outcome.ApprovedOn, outcome.Next, outcome.By), outcome.At)],
        [], [.. Over(standing.Policy, brought, outcome.At)]);

    /// <summary>A notice in the feed or by mail comes each time; an event and a task come with the first and stand there until the review is done or somebody else's.</summary>
    private IEnumerable<Errand> Beside(ReviewStanding standing, ReviewStep step, string person, bool isFirst, DateTimeOffset now) => settings.Channels
        .Where(way => way is ReviewChannel.Feed or ReviewChannel.Mail || (isFirst && !step.IsEscalation)).Select(way => messages.Beside(way, standing, step, person, now));

    private static IEnumerable<Errand> Over(Policy policy, IEnumerable<KnownErrand> brought, DateTimeOffset now) => brought
        .Select(each => (each.Errand, Kind: each.Errand.Kind switch { ReviewChannel.Calendar => ReviewChannel.CalendarRemoval, ReviewChannel.ToDo => ReviewChannel.ToDoCompletion, _ => null }))
        .Where(each => each.Kind is not null)
        .Select(each => ReviewMessages.Over(each.Kind!, each.Errand, policy, now));

    private static RegisterRecord Entry(Policy policy, string? person, RegisterEvent happened, DateTimeOffset now) =>
        new(person, policy.Id.Value, RegisterRecord.VersionOf(policy), happened, now);
}
