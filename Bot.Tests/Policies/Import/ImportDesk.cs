using System.Runtime.CompilerServices;
using System.Text;
using PolicyBot.Commands;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Policies.Import;

/// <summary>Somebody at the command line with documents to bring in, in a folder of their own.</summary>
internal sealed class ImportDesk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("import");

    public string Folder => Path.Combine(_folder.FullName, "policy");

    /// <summary>What the command said last.</summary>
    public string Said { get; private set; } = "";

    public static byte[] Document(string name) => File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(ThisFile())!, "Documents", name));

    public static string DocumentText(string name) => Encoding.UTF8.GetString(Document(name));

    /// <returns>The exit code.</returns>
    public int Import(string name, byte[] document, params string[] words)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, document);
        using var shown = new StringWriter();
        var code = ImportPolicyCommand.Run(Assert.IsType<Command.ImportPolicy>(Command.Parse(["policy", "import", path, "--to", Folder, .. words])), shown);
        Said = shown.ToString();
        return code;
    }

    public int Import(string name, params string[] words) => Import(name, Document(name), words);

    /// <summary>The policy in the folder, which must be without a mistake.</summary>
    public Policy Policy()
    {
        var (library, mistakes) = PolicyLibrary.Load(Folder);
        Assert.Empty(mistakes);
        return Assert.Single(library.Policies);
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    public void Dispose() => _folder.Delete(recursive: true);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
