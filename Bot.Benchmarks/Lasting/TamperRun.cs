using System.Diagnostics;
using PolicyBot.Acknowledgements.Register;

namespace PolicyBot.Benchmarks.Lasting;

/// <summary>An exported register in which one byte is changed, for every byte of the file: the check that needs no database sees each.</summary>
internal static class TamperRun
{
    /// <returns>0 where every change is seen.</returns>
    public static async Task<int> RunAsync(int entries)
    {
        var register = RegisterRun.Chained(entries);
        using var file = new MemoryStream();
        await RegisterExport.WriteAsync(register, new RegisterHead(register[^1].Number, register[^1].Hash), "Ightham Primary School", register[^1].At, file, CancellationToken.None);
        var (whole, time, unseen) = (file.ToArray(), Stopwatch.StartNew(), 0L);
        var faults = RegisterExport.Check(whole).Faults.Count;

        Parallel.For(0, whole.Length, () => (Copy: (byte[])whole.Clone(), Unseen: 0L), (at, _, mine) =>
        {
            mine.Copy[at] ^= (byte)(1 << (at % 8));
            var isSeen = RegisterExport.Check(mine.Copy).Faults.Count > 0;
            mine.Copy[at] = whole[at];
            return isSeen ? mine : mine with { Unseen = mine.Unseen + 1 };
        }, mine => Interlocked.Add(ref unseen, mine.Unseen));

        Console.WriteLine($"{entries:N0} entries in {whole.Length:N0} bytes: untouched {faults} faults; each byte changed in turn: {unseen} unseen, after {time.Elapsed.TotalSeconds:0} s");
        return faults == 0 && unseen == 0 ? 0 : 1;
    }
}
