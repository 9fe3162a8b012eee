namespace PolicyBot.Policies;

/// <summary>The policies the bot answers from, in the order of their ids.</summary>
internal sealed class PolicyLibrary
{
    private volatile IReadOnlyList<Policy> _policies;

    public PolicyLibrary(IEnumerable<Policy> policies) => _policies = [.. policies.OrderBy(policy => policy.Id.Value, StringComparer.Ordinal)];

    public IReadOnlyList<Policy> Policies => _policies;

    public Policy? Find(PolicyId id) => Policies.FirstOrDefault(policy => policy.Id == id);

    /// <summary>What reviews have made of the dates in the texts. Whoever asks from now on hears of it.</summary>
    public void Note(IReadOnlyDictionary<PolicyId, ReviewedPolicy?> reviewed) =>
        _policies = [.. _policies.Select(policy => reviewed.TryGetValue(policy.Id, out var last) && last != policy.Reviewed ? policy with { Reviewed = last } : policy)];

    /// <summary>Reads a policy's folder, its policy.md, or a folder of such folders.</summary>
    /// <returns>What could be read, and everything that is wrong: a library with mistakes is not to be used.</returns>
    public static (PolicyLibrary Library, IReadOnlyList<Mistake> Mistakes) Load(string path)
    {
        var mistakes = new List<Mistake>();
        var policies = FoldersAt(path, mistakes).Select(folder => PolicyFile.Read(folder, mistakes)).OfType<Policy>().ToList();
        foreach (var twins in policies.GroupBy(policy => policy.Id).Where(group => group.Count() > 1))
            mistakes.Add(new Mistake(Path.Combine(twins.Last().Folder, PolicyFile.Name), 1,
                $"the id '{twins.Key}' is taken by {twins.First().Folder}. Give one of the two another id."));

        return (new PolicyLibrary(policies), mistakes);
    }

    private static List<string> FoldersAt(string path, List<Mistake> mistakes)
    {
        var folder = File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path;
        if (!Directory.Exists(folder))
        {
            mistakes.Add(new Mistake(path, 1, "there is no such folder. Set Policies:Folder to the folder that holds the policies."));
            return [];
        }

        if (File.Exists(Path.Combine(folder, PolicyFile.Name)))
            return [folder];

        var folders = Directory.GetDirectories(folder).Order(StringComparer.Ordinal).ToList();
        if (folders.Exists(each => File.Exists(Path.Combine(each, PolicyFile.Name))))
            return folders;

        mistakes.Add(new Mistake(folder, 1, $"there is no policy here. A policy is a folder that holds {PolicyFile.Name}."));
        return [];
    }
}
