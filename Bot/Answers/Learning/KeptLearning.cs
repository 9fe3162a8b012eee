using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Answers.Learning;

/// <summary>
/// What was learnt, kept in a file beside the program so that a start need not learn it again. It counts only as long as
/// every file it was learnt from, and the program itself, are the same to the byte.
/// </summary>
internal sealed class KeptLearning(string path, IEnumerable<string> learntFrom)
{
    private readonly byte[] _stamp = StampOf(learntFrom);

    public static string Beside => Path.Combine(AppContext.BaseDirectory, "Answers", "learnt.bin");

    /// <returns>What was kept, or null where there is nothing that still counts.</returns>
    public Learnt? Find()
    {
        try
        {
            using var file = new BinaryReader(new MemoryStream(File.ReadAllBytes(path)), Encoding.UTF8);
            return file.ReadBytes(_stamp.Length).AsSpan().SequenceEqual(_stamp) ? Learnt.Read(file) : null;
        }
        catch (IOException) // None there, or cut short.
        {
            return null;
        }
    }

    /// <summary>Keeps what was learnt. A folder that may not be written to only makes every start learn.</summary>
    public void Keep(Learnt learnt)
    {
        var whole = $"{path}.{Environment.ProcessId}";
        try
        {
            using (var file = new BinaryWriter(File.Create(whole), Encoding.UTF8))
            {
                file.Write(_stamp);
                learnt.Write(file);
            }

            File.Move(whole, path, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"What was learnt could not be kept, so every start takes longer: {refused.Message}");
        }
    }

    private static byte[] StampOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(KeptLearning).Module.ModuleVersionId.ToByteArray());
        foreach (var file in files.Where(File.Exists))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.Combine(Path.GetFileName(Path.GetDirectoryName(file))!, Path.GetFileName(file))));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return hash.GetHashAndReset();
    }
}
