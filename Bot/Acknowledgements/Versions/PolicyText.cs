using PolicyBot.Acknowledgements.Register;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Versions;

/// <summary>A text of a policy that was in force, kept whole: what somebody has confirmed must be there to be shown.</summary>
/// <param name="File">Its policy.md.</param>
/// <param name="Since">When the bot first had it.</param>
internal sealed record PolicyText(string Policy, string TextHash, string File, DateTimeOffset Since)
{
    public string Version => RegisterRecord.VersionOf(TextHash);

    public static PolicyText Of(Policy policy, DateTimeOffset now) => new(policy.Id.Value, policy.TextHash, policy.File, now);

    /// <returns>Null where this program can no longer read it.</returns>
    public Policy? Read() => PolicyFile.Parse(File);
}
