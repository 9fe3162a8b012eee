using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Answers.Learning;

/// <summary>
/// What was learnt, kept in files beside the program so that a start need not learn it again. A file counts only as long as
/// everything it was learnt from, and the program itself, are the same to the byte; what is learnt from other policies
/// stands beside it, so that two bots of one program do not take it from each other.
/// </summary>
internal sealed class KeptLearning(string path, IEnumerable<string> learntFrom)
{
    private const int MostOthers = 8;

    private static readonly byte[] Program = typeof(KeptLearning).Module.ModuleVersionId.ToByteArray();

    private readonly byte[] _stamp = [.. Program, .. HashOf(learntFrom)];

    public static string Beside => Path.Combine(AppContext.BaseDirectory, "Answers", "learnt.bin");

    private string Own => Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}-{Convert.ToHexStringLower(_stamp.AsSpan(Program.Length, 8))}{Path.GetExtension(path)}");

    /// <returns>What was kept, or null where there is nothing that still counts.</returns>
    public Learnt? Find() => Find(path) ?? Find(Own);

    /// <summary>Keeps what was learnt. A folder that may not be written to only makes every start learn.</summary>
    public void Keep(Learnt learnt)
    {
        var to = IsOfThisProgram(path) ? Own : path;
        var whole = $"{to}.{Environment.ProcessId}";
        try
        {
            using (var file = new BinaryWriter(File.Create(whole), Encoding.UTF8))
            {
                file.Write(_stamp);
                learnt.Write(file);
            }

            File.Move(whole, to, overwrite: true);
            TidyUp();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"What was learnt could not be kept, so every start takes longer: {refused.Message}");
        }
    }

    private Learnt? Find(string file)
    {
        try
        {
            using var kept = new BinaryReader(new MemoryStream(File.ReadAllBytes(file)), Encoding.UTF8);
            return kept.ReadBytes(_stamp.Length).AsSpan().SequenceEqual(_stamp) ? Learnt.Read(kept) : null;
        }
        catch (IOException) // None there, or cut short.
        {
            return null;
        }
    }

    /// <summary>Of another program, or cut short, it is nobody's any more.</summary>
    private bool IsOfThisProgram(string file)
    {
        try
        {
            using var kept = new BinaryReader(new MemoryStream(File.ReadAllBytes(file)), Encoding.UTF8);
            var stamp = kept.ReadBytes(_stamp.Length);
            return stamp.Length == _stamp.Length && stamp.AsSpan(0, Program.Length).SequenceEqual(Program) && !stamp.AsSpan().SequenceEqual(_stamp);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void TidyUp()
    {
        var others = new DirectoryInfo(Path.GetDirectoryName(path)!).GetFiles($"{Path.GetFileNameWithoutExtension(path)}-*{Path.GetExtension(path)}");
        foreach (var old in others.OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostOthers))
            old.Delete();
    }

    private static byte[] HashOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Where(File.Exists))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.Combine(Path.GetFileName(Path.GetDirectoryName(file))!, Path.GetFileName(file))));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return hash.GetHashAndReset();
    }
}
