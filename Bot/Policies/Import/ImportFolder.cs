namespace PolicyBot.Policies.Import;

/// <summary>Where a policy that is brought in goes, and the policy that is there already.</summary>
internal sealed class ImportFolder
{
    public const string BeforeName = "policy.before.md", OriginalBeforeName = "original.before.txt";

    private ImportFolder(string path)
    {
        Path = path;
        if (!HoldsPolicy(path))
            return;

        var (library, mistakes) = PolicyLibrary.Load(path);
        (Before, Mistakes) = (library.Policies is [var only] ? only : null, mistakes);
    }

    public string Path { get; }

    public Policy? Before { get; }

    public IReadOnlyList<Mistake> Mistakes { get; } = [];

    /// <summary>Whether questions are written about the policy, of which every rule needs two.</summary>
    public bool AsksQuestions => File.Exists(System.IO.Path.Combine(Path, "acknowledge.yaml"));

    /// <param name="to">A policy's folder, a folder of policies, or a new one; null for one named by the id, here.</param>
    /// <param name="id">Null while it is not known.</param>
    /// <returns>The folder; null where it hangs on the id.</returns>
    public static ImportFolder? At(string? to, PolicyId? id)
    {
        if (to is not null && HoldsPolicy(to))
            return new ImportFolder(to);
        if (id is not { } known)
            return null;

        var isLibrary = to is not null && Directory.Exists(to) && Directory.EnumerateDirectories(to).Any(HoldsPolicy);
        return new ImportFolder(to is null ? known.Value : isLibrary ? System.IO.Path.Combine(to, known.Value) : to);
    }

    /// <returns>Why a document is no other text of the policy that is here, or null.</returns>
    public string? Against(Policy after, PolicyId? id) =>
        Before is null || (id ?? after.Id) == Before.Id
            && (id is not null || PolicyImport.IdOf(after.Title) == PolicyImport.IdOf(Before.Title) || PolicyImport.IdOf(after.Title) == Before.Id) ? null
        : $"{Path} holds the policy '{Before.Id}' ({Before.Title}), and the document is called {after.Title}. "
            + $"Write --to and another folder, or --id {Before.Id} if it is a new text of that policy.";

    public void Write(ImportResult.Drafted drafted)
    {
        Directory.CreateDirectory(Path);
        File.WriteAllText(In(DraftText.OriginalName), drafted.Original);
        File.WriteAllText(In(PolicyFile.Name), drafted.File);
    }

    /// <summary>What is held back is written first: a bot that starts in between holds back too much rather than too little.</summary>
    public void Replace(ImportResult.Drafted drafted, HeldBack held)
    {
        Keep(PolicyFile.Name, BeforeName);
        Keep(DraftText.OriginalName, OriginalBeforeName);
        if (held.Clauses.Count > 0)
            HeldBackFile.Write(Path, held);

        Write(drafted);
        HeldBackFile.Write(Path, held);
    }

    private static bool HoldsPolicy(string folder) => File.Exists(System.IO.Path.Combine(folder, PolicyFile.Name));

    private void Keep(string name, string before)
    {
        if (File.Exists(In(name)))
            File.Copy(In(name), In(before), overwrite: true);
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
