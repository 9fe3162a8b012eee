using System.Runtime.InteropServices;

namespace PolicyBot.Answers.Learning;

/// <summary>Whole arrays and lists of words to and from a file that only this program and this machine read.</summary>
internal static class BinaryArrays
{
    public static void WriteAll<T>(this BinaryWriter file, T[] values) where T : unmanaged
    {
        file.Write(values.Length);
        file.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    /// <exception cref="EndOfStreamException">The file is cut short.</exception>
    public static T[] ReadAll<T>(this BinaryReader file) where T : unmanaged
    {
        var values = new T[file.ReadInt32()];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public static void WriteWords(this BinaryWriter file, IReadOnlyCollection<string> words)
    {
        file.Write7BitEncodedInt(words.Count);
        foreach (var word in words)
            file.Write(word);
    }

    public static string[] ReadWords(this BinaryReader file)
    {
        var words = new string[file.Read7BitEncodedInt()];
        for (var i = 0; i < words.Length; i++)
            words[i] = file.ReadString();

        return words;
    }
}
