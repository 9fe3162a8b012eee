using PolicyBot.Policies;

namespace PolicyBot.Reviews;

/// <summary>When a policy is next to be reviewed: as its text says, as it is taken to mean, or as the last review said.</summary>
internal static class ReviewDue
{
    /// <returns>The day; <see cref="Review.NoDate"/> where nobody knows any.</returns>
    /// <param name="reviews">Of this policy.</param>
    public static DateOnly Of(Policy policy, IReadOnlyList<Review> reviews)
    {
        var due = policy.ReviewDue?.Day ?? Review.NoDate;
        while (reviews.FirstOrDefault(review => review.Due == due)?.Outcome?.Next is { } next && next > due)
            due = next;

        return due;
    }

    /// <summary>The last review that was done without another text, since this one was written.</summary>
    public static ReviewedPolicy? LastOf(Policy policy, IReadOnlyList<Review> reviews)
    {
        var (due, last) = (policy.ReviewDue?.Day ?? Review.NoDate, (ReviewedPolicy?)null);
        while (reviews.FirstOrDefault(review => review.Due == due)?.Outcome is { Next: { } next } outcome && next > due)
            (due, last) = (next, new ReviewedPolicy(outcome.ApprovedOn, outcome.ApprovedBy, next));

        return last;
    }
}
