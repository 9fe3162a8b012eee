using System.Diagnostics;
using PolicyBot.Acknowledgements.Register;

namespace PolicyBot.Benchmarks.Lasting;

/// <summary>
/// An exported register in which one byte is changed, for every byte of the file: the check that needs no database sees each by the
/// seal, and each within the entries by the chain, where whoever changed it made a new seal.
/// </summary>
internal static class TamperRun
{
    private static readonly TimeSpan BetweenWords = TimeSpan.FromMinutes(1);

    /// <returns>0 where every change is seen.</returns>
    public static async Task<int> RunAsync(int entries)
    {
        var register = RegisterRun.Chained(entries);
        using var file = new MemoryStream();
        await RegisterExport.WriteAsync(register, new RegisterHead(register[^1].Number, register[^1].Hash), "Ightham Primary School", register[^1].At, file, CancellationToken.None);
        var (whole, time, faults) = (file.ToArray(), Stopwatch.StartNew(), RegisterExport.Check(file.ToArray()).Faults.Count);
        var (first, seal) = (whole.AsSpan().IndexOf((byte)'\n'), whole.AsSpan(..^1).LastIndexOf((byte)'\n') + 1);
        var (unseen, unseenBySeal, done, said) = (0L, 0L, 0L, TimeSpan.Zero);
        Parallel.For(0, whole.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, () => (byte[])whole.Clone(), (at, _, copy) =>
        {
            copy[at] ^= (byte)(1 << (at % 8));
            if (!IsSeen(copy))
                Interlocked.Increment(ref unseen);
            if (at > first && at < seal)
            {
                RegisterExport.SealOf(copy.AsSpan(..seal)).CopyTo(copy.AsSpan(seal));
                if (!IsSeen(copy))
                    Interlocked.Increment(ref unseenBySeal);
                whole.AsSpan(seal).CopyTo(copy.AsSpan(seal));
            }

            copy[at] = whole[at];
            if (Interlocked.Increment(ref done) % 1000 == 0 && time.Elapsed - said > BetweenWords)
                Console.WriteLine($"{done:N0} of {whole.Length:N0} bytes after {(said = time.Elapsed).TotalSeconds:0} s");
            return copy;
        }, _ => { });

        Console.WriteLine($"{entries:N0} entries in {whole.Length:N0} bytes: untouched {faults} faults; each byte changed in turn: {unseen} unseen; "
            + $"each byte of the entries, sealed anew: {unseenBySeal} unseen; after {time.Elapsed.TotalSeconds:0} s");
        return faults == 0 && unseen == 0 && unseenBySeal == 0 ? 0 : 1;
    }

    private static bool IsSeen(byte[] file) => RegisterExport.Check(file, stopsAtFirst: true).Faults.Count > 0;
}
