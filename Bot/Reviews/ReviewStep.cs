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

    public static bool TryParse(string text, out ReviewStep step)
    {
        var parts = text.Split('-', 2);
        var number = 0;
        var isOne = Enum.TryParse<ReviewStepKind>(parts[0], ignoreCase: true, out var kind) && !char.IsAsciiDigit(parts[0][0])
            && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out number));
        step = new ReviewStep(kind, number);
        return isOne;
    }
}
