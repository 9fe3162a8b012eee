using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

/// <summary>What acknowledging asks, of each policy.</summary>
internal sealed class Understandings
{
    private readonly List<(Policy Policy, Understanding Asks)> _all;

    private Understandings(List<(Policy, Understanding)> all) => _all = all;

    /// <returns>What is asked, and everything that is wrong in the files: with mistakes it is not to be used.</returns>
    public static (Understandings All, IReadOnlyList<Mistake> Mistakes) Read(IReadOnlyList<Policy> policies)
    {
        var mistakes = new List<Mistake>();
        return (new Understandings([.. policies.Select(policy => (policy, AcknowledgementFile.Read(policy, mistakes)))]), mistakes);
    }

    public IEnumerable<Policy> Policies => _all.Select(pair => pair.Policy);

    /// <returns>The policy of this id with this very text, and what is asked; null where it is another text by now.</returns>
    public (Policy Policy, Understanding Asks)? Find(string policy, string textHash) =>
        _all.FirstOrDefault(pair => pair.Policy.Id.Value == policy && pair.Policy.TextHash == textHash) is { Policy: not null } found ? found : null;
}
