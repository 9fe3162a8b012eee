namespace PolicyBot.Turns;

/// <summary>
/// A call to a service beside the channel, which is made at least once, whatever happens, or recorded as refused. Written as
/// a record, together with what it follows from.
/// </summary>
/// <param name="Key">The same key is run once, however often it is asked for: "review/social-media/2026-09-30/feed/overdue-1/{person}".</param>
/// <param name="Kind">Whose errand it is: that of the <see cref="IErrandRunner"/> of the same kind.</param>
/// <param name="Person">The Entra object id of whom it is for.</param>
/// <param name="Body">What the runner needs to know, as JSON.</param>
internal sealed record Errand(string Key, string Kind, string Person, string Body, DateTimeOffset NotBefore);

/// <summary>How an errand fared.</summary>
internal abstract record ErrandOutcome
{
    private ErrandOutcome()
    {
    }

    /// <param name="Trace">What the service named the thing it made, to be able to change it or take it away; null where there is none.</param>
    internal sealed record Done(string? Trace = null) : ErrandOutcome;

    /// <summary>Final: which permission or setting is missing and what to do, in a sentence for the manager.</summary>
    /// <param name="Code">The service's own: "403 Forbidden".</param>
    internal sealed record Refused(string Code, string Sentence) : ErrandOutcome;

    /// <param name="Why">A sentence; empty where it was not run at all.</param>
    /// <param name="After">As the service asks; null where it does not say.</param>
    internal sealed record TryAgain(string Why, TimeSpan? After = null) : ErrandOutcome;
}
