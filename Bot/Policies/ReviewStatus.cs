namespace PolicyBot.Policies;

/// <summary>Where a policy stands with its review, in a sentence. Overdue is not void: nobody has withdrawn it.</summary>
internal static class ReviewStatus
{
    public static bool IsOverdue(Policy policy, DateOnly today) => policy.ReviewDue is { } due && due.Day < today;

    public static string Of(Policy policy, DateOnly today) => policy.ReviewDue switch
    {
        null => "No review date is written.",
        { } due when due.Day < today => $"Review was due {due.AsWritten}. It is still the adopted policy.",
        { } due => $"To be reviewed {due.AsWritten}.",
    };
}
