namespace PolicyBot.Turns;

/// <summary>Tries, harmlessly, what the bot is to do in services beside the channel; there is none where it uses none.</summary>
internal interface IPermissionCheck
{
    Task<IReadOnlyList<PermissionFinding>> LookAsync(CancellationToken cancellationToken);
}

/// <param name="For">What the bot does with it: "put an event into a calendar".</param>
/// <param name="IsNeeded">Whether the settings ask for something that needs it.</param>
/// <param name="Fault">What is missing and what to do, in a sentence; null where it works.</param>
/// <param name="Note">What else is worth knowing where it works.</param>
internal sealed record PermissionFinding(string Permission, string For, bool IsNeeded, string? Fault, string? Note = null);
