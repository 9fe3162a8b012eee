namespace PolicyBot.Turns;

/// <summary>A copy of everything that must not be lost, made while bots run, and how it is brought back.</summary>
internal interface IBackups
{
    /// <param name="file">Must not be there yet.</param>
    Task<BackupOutcome> WriteAsync(string file, CancellationToken cancellationToken);

    /// <param name="replaces">A database that is there gives way, and is kept beside the new one.</param>
    Task<BackupOutcome> RestoreAsync(string file, bool replaces, CancellationToken cancellationToken);
}

/// <param name="Says">What was done, or what was in the way and what to do.</param>
internal sealed record BackupOutcome(bool IsDone, string Says);
