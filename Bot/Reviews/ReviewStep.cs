using System.Globalization;

namespace PolicyBot.Reviews;

internal enum ReviewStepKind { Before, Due, Overdue, Later, Undated, Head, Chair }

/// <summary>One prompt: before the day, on it, after it, after "remind me later", where there is no day, or to the head or the chair when nobody acts.</summary>
/// <param name="Number">Days before the day, or the how-manieth prompt since; 0 where that says nothing.</param>
internal readonly record struct ReviewStep(ReviewStepKind Kind, int Number)
{
    public bool IsEscalation => Kind is ReviewStepKind.Head or ReviewStepKind.Chair;

    /// <summary>"before-30", "overdue-2", "head": as it is kept.</summary>
    public override string ToString() => Number > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Kind.ToString().ToLowerInvariant()}-{Number}")
        : Kind.ToString().ToLowerInvariant();
}
