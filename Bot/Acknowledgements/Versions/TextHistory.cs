namespace PolicyBot.Acknowledgements.Versions;

/// <summary>Which texts of a policy were in force one after the other, as the manager has said it.</summary>
/// <param name="First">The version it began with; null where the bot has had none yet.</param>
/// <param name="Changes">In their order.</param>
internal sealed record TextHistory(string? First, IReadOnlyList<TextChange> Changes)
{
    /// <summary>The version in force: the last of which it was said what it is.</summary>
    public string? Settled => Changes is [.., var last] ? last.To : First;

    /// <returns>The history as it was before a moment.</returns>
    public TextHistory Before(DateTimeOffset moment) => this with { Changes = [.. Changes.Where(change => change.At < moment)] };

    /// <summary>Whether a text still waits for the manager to say what it is.</summary>
    public bool IsUndecided(string version) => Settled is { } settled && settled != version;

    /// <returns>The versions whose confirmation counts for this one: it, and those it only corrects.</returns>
    public IReadOnlySet<string> SameAs(string version)
    {
        var same = new HashSet<string>(StringComparer.Ordinal) { version };
        foreach (var change in Changes.Reverse())
            if (change.IsCorrection && same.Contains(change.To))
                same.Add(change.From);

        return same;
    }

    /// <summary>
    /// What counts while a text still waits: what counted before, and whoever has confirmed the new text already. As soon as it is
    /// said what it is, what counts for it.
    /// </summary>
    public IReadOnlySet<string> Counting(string version) =>
        Settled is { } settled && settled != version ? SameAs(settled).Append(version).ToHashSet(StringComparer.Ordinal) : SameAs(version);

    /// <returns>The change of meaning by which this text came; null where it came otherwise.</returns>
    public TextChange? MeaningOf(string version)
    {
        var same = SameAs(version);
        return Changes.LastOrDefault(change => !change.IsCorrection && same.Contains(change.To));
    }
}
