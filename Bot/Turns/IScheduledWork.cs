namespace PolicyBot.Turns;

/// <summary>
/// What a room wants done at certain times; registered as a service of this type. One replica does it, once for each
/// time. Times that pass while no bot runs are made up for by a single run as soon as one does. Work must be
/// idempotent: where the process dies in the middle of it, it is done again from its beginning. Work that throws waits
/// for its next time.
/// </summary>
internal interface IScheduledWork
{
    /// <summary>Unlike any other's, and kept for good: what is due is remembered under it.</summary>
    string Name { get; }

    /// <summary>
    /// When, by the school's clock: seconds, minutes, hours, day of the month, month, day of the week; "0 10 3 * * ?" is
    /// every night at ten past three. "Cron triggers", Quartz documentation.
    /// </summary>
    string Cron { get; }

    Task RunAsync(CancellationToken cancellationToken);
}
