using PolicyBot.Acknowledgements.Register;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Versions;

/// <summary>One of the texts in the order in which they were in force.</summary>
/// <param name="Until">Null while it is in force, and where it has not come to be yet.</param>
internal sealed record ListedVersion(string Id, TextChange? Change, ListedVersion? Before, DateTimeOffset Since, DateTimeOffset? Until, bool IsUndecided);

/// <summary>The versions of a policy, from the first the bot had to the one it has now.</summary>
internal sealed record VersionList(Policy Policy, IReadOnlyList<ListedVersion> Versions)
{
    public static async Task<VersionList> ReadAsync(Policy policy, ITextBook texts, CancellationToken cancellationToken)
    {
        var history = await texts.HistoryAsync(policy.Id.Value, cancellationToken);
        var current = RegisterRecord.VersionOf(policy);
        var first = history.First ?? current;
        var since = (await texts.FindAsync(policy.Id.Value, first, cancellationToken))?.Since ?? DateTimeOffset.MinValue;
        var versions = new List<ListedVersion> { new(first, null, null, since, history.Changes.Select(change => (DateTimeOffset?)change.At).FirstOrDefault(), false) };
        foreach (var (change, next) in history.Changes.Zip(history.Changes.Skip(1).Append(null)))
            versions.Add(new ListedVersion(change.To, change, versions[^1], change.At, next?.At, false));
        if (history.IsUndecided(current))
            versions.Add(new ListedVersion(current, null, versions[^1], DateTimeOffset.MaxValue, null, true));

        return new VersionList(policy, versions);
    }

    /// <returns>The last that had this text: a text may come back.</returns>
    public ListedVersion? Find(string? id) => Versions.LastOrDefault(version => version.Id == id);

    public async Task<Policy?> TextOfAsync(ListedVersion version, ITextBook texts, CancellationToken cancellationToken) =>
        version.Id == RegisterRecord.VersionOf(Policy) ? Policy
        : (await texts.FindAsync(Policy.Id.Value, version.Id, cancellationToken))?.Read();
}
