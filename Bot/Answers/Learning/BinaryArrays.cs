using System.Runtime.InteropServices;

namespace PolicyBot.Answers.Learning;

/// <summary>Whole arrays to and from a file that only this program and this machine read.</summary>
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
}
