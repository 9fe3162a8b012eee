using PolicyBot.Acknowledgements.Calendar;

namespace PolicyBot.Acknowledgements.Rounds;

internal enum RoundState
{
    Running,
    Paused,
    Stopped,
}

/// <summary>
/// Everybody on the roster is asked to confirm one version of a policy. A round stays open, for joiners and for whoever
/// comes back, until the next of the same policy takes its place.
/// </summary>
/// <param name="Id">Part of keys of messages: no slash in it.</param>
/// <param name="Version">The first letters of the text's hash, as in the register.</param>
/// <param name="Trigger">"annual", "new version", "by hand".</param>
internal sealed record Round(string Id, string Policy, string Version, DateTimeOffset StartedAt, string StartedBy, string Trigger)
{
    public const string Annual = "annual", NewVersion = "new version", ByHand = "by hand";

    public RoundState State { get; init; }

    /// <summary>Days on which it stood still, which do not use up anybody's ladder.</summary>
    public IReadOnlyList<DayRange> Pauses { get; init; } = [];

    public static string NewId(string policy, DateTimeOffset startedAt) => $"{policy}-{startedAt.UtcDateTime:yyyyMMddHHmmss}";

    public Round Paused(DateOnly today) => State is RoundState.Running ? this with { State = RoundState.Paused, Pauses = [.. Pauses, new DayRange(today, null)] } : this;

    /// <summary>The day on which it goes on counts again.</summary>
    public Round Resumed(DateOnly today) => State is not RoundState.Paused ? this : this with
    {
        State = RoundState.Running,
        Pauses = [.. Pauses.Select(pause => pause.Until is null ? pause with { Until = today.AddDays(-1) } : pause).Where(pause => pause.Until >= pause.From)],
    };
}
