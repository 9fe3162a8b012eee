namespace PolicyBot.Acknowledgements.Calendar;

/// <summary>Days in a row, the first and the last included. No last day: it is not known when it ends.</summary>
internal sealed record DayRange(DateOnly From, DateOnly? Until)
{
    public bool Includes(DateOnly day) => day >= From && (Until is null || day <= Until);

    public override string ToString() =>
        Until is { } last ? $"{From:d MMMM yyyy} to {last:d MMMM yyyy}" : $"from {From:d MMMM yyyy}";
}
