using PolicyBot.Policies;

namespace PolicyBot.Tests.Policies;

/// <summary>A folder of policies on disk for one test.</summary>
internal sealed class PolicyFolder : IDisposable
{
    public const string Good = """
        ---
        id: phones
        title: Mobile Phone Policy
        club: Hilltop Kids Club
        adopted: 3rd November 2021
        review due: Autumn Term 2026
        ---

        # Mobile phones

        Staff must:

        - Keep their own phone in the office during sessions. {#own-phone rule}
        - Use the Club's phone for calls home. {#club-phone duty} Write each call in the book. {#call-book procedure}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policies");

    public string Path => _folder.FullName;

    public PolicyFolder With(string name, string policy)
    {
        var folder = _folder.CreateSubdirectory(name);
        File.WriteAllText(System.IO.Path.Combine(folder.FullName, PolicyFile.Name), policy);
        return this;
    }

    public PolicyFolder WithFile(string name, string file, string text)
    {
        File.WriteAllText(System.IO.Path.Combine(Path, name, file), text);
        return this;
    }

    /// <summary>Each mistake with its line and message, the folder left out.</summary>
    public IReadOnlyList<string> Mistakes() =>
        [.. PolicyLibrary.Load(Path).Mistakes.Select(mistake => $"{System.IO.Path.GetFileName(mistake.File)}:{mistake.Line} {mistake.Message}")];

    public void Dispose() => _folder.Delete(recursive: true);
}
