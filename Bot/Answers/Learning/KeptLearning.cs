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
        var there = StampIn(path);
        var isOthers = there.AsSpan().StartsWith(Program) && !there.AsSpan().SequenceEqual(_stamp);
        var to = isOthers ? Own : path; // What another program or a broken write left is nobody's.
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
            if (!StampIn(file).AsSpan().SequenceEqual(_stamp))
                return null;

            using var kept = new BinaryReader(new BufferedStream(File.OpenRead(file), 1 << 16), Encoding.UTF8);
            kept.BaseStream.Position = _stamp.Length;
            return Learnt.Read(kept);
        }
        catch (IOException) // None there, or cut short.
        {
            return null;
        }
    }

    /// <returns>Empty where there is no such file.</returns>
    private byte[] StampIn(string file)
    {
        if (!File.Exists(file))
            return [];

        using var kept = new BinaryReader(File.OpenRead(file));
        return kept.ReadBytes(_stamp.Length);
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
