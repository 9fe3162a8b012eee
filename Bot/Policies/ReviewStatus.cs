namespace PolicyBot.Policies;

/// <summary>Where a policy stands with its review, in a sentence. Overdue is not void: nobody has withdrawn it.</summary>
internal static class ReviewStatus
{
    public static bool IsOverdue(Policy policy, DateOnly today) => policy.NextReview < today;

    public static string Of(Policy policy, DateOnly today) => policy switch
    {
        { NextReview: null } => "No review date is written.",
        { NextReview: { } due } when due < today => $"Review was due {DueOf(policy)}. It is still the adopted policy.",
        { Reviewed: { } reviewed } => $"Reviewed on {SchoolTime.Written(reviewed.On)}, without change. To be reviewed again {DueOf(policy)}.",
        _ => $"To be reviewed {DueOf(policy)}.",
    };

    /// <summary>The date as it was written, in the text or at the last review; empty where none was.</summary>
    public static string DueOf(Policy policy) => policy.Reviewed is { } reviewed ? SchoolTime.Written(reviewed.Next) : policy.ReviewDue?.AsWritten ?? "";
}
