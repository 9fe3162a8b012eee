namespace PolicyBot.Reviews;

/// <summary>
/// Which prompts of a review are due on a day. What was missed is not made up for: however many days went by, one prompt
/// says how things stand.
/// </summary>
internal sealed class ReviewLadder(ReviewSettings settings)
{
    private const int MonthsWithoutDate = 3;

    /// <returns>To whoever reviews it, then to the head and the chair; none where nothing is due.</returns>
    public IReadOnlyList<ReviewStep> DueOn(Review review, DateOnly today)
    {
        if (review.Outcome is not null)
            return [];

        var steps = new List<ReviewStep>();
        if (NextPrompt(review) <= today)
            steps.Add(Named(review, today));
        if (settings.Head is not null && review.HeadTold is null && Waited(review, settings.HeadAfter, today))
            steps.Add(new ReviewStep(ReviewStepKind.Head, 0));
        if (settings.Chair is not null && review.ChairTold is null && Waited(review, settings.ChairAfter, today))
            steps.Add(new ReviewStep(ReviewStepKind.Chair, 0));

        return steps;
    }

    /// <summary>The day of the next prompt to whoever reviews it, as things stand.</summary>
    public DateOnly NextPrompt(Review review) =>
        review.LaterOn
        ?? (review.LastPrompted is not { } last ? (review.HasDate ? Days(review.Due).First() : Review.NoDate)
            : !review.HasDate ? last.AddMonths(MonthsWithoutDate)
            : last < review.Due ? Days(review.Due).First(day => day > last)
            : last.AddMonths(1));

    /// <summary>Put off or given to somebody: of one number each, for a message of the same step is sent once.</summary>
    public static ReviewStep GivenOrLater(Review review) => new(ReviewStepKind.Later, review.Prompts + 1);

    /// <summary>Late, it is the manager's business again, whoever was given it.</summary>
    /// <returns>Entra object ids; none where nobody is known.</returns>
    public IReadOnlyList<string> PeopleFor(ReviewStep step, Review review, string? manager) => step.Kind switch
    {
        ReviewStepKind.Head => [settings.Head!],
        ReviewStepKind.Chair => [settings.Chair!],
        ReviewStepKind.Due or ReviewStepKind.Overdue => [.. new[] { review.Owner?.Person, manager }.OfType<string>().Distinct()],
        _ => (review.Owner?.Person ?? manager) is { } person ? [person] : [],
    };

    /// <summary>Being reminded later puts nothing off for the head and the chair: the review is as late as it is.</summary>
    private static bool Waited(Review review, int after, DateOnly today) =>
        review.HasDate && review.FirstPrompted is { } first && today >= (first > review.Due ? first : review.Due).AddDays(after);

    private static ReviewStep Named(Review review, DateOnly today) =>
        !review.HasDate ? new ReviewStep(ReviewStepKind.Undated, review.Prompts + 1)
        : review.LaterOn is not null ? GivenOrLater(review)
        : today < review.Due ? new ReviewStep(ReviewStepKind.Before, review.Due.DayNumber - today.DayNumber)
        : today == review.Due ? new ReviewStep(ReviewStepKind.Due, 0)
        : new ReviewStep(ReviewStepKind.Overdue, review.Prompts + 1);

    private IEnumerable<DateOnly> Days(DateOnly due) => settings.DaysBefore.Select(days => due.AddDays(-days)).Append(due);
}
