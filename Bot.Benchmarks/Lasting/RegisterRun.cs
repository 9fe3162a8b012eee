using System.Diagnostics;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Storage;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Benchmarks.Lasting;

/// <summary>A register of any length, appended in batches as a round would, and verified.</summary>
internal static class RegisterRun
{
    private const int Batch = 1_000;

    private static readonly DateTimeOffset Start = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    /// <returns>0 where it holds.</returns>
    public static async Task<int> RunAsync(int entries, string provider)
    {
        using var database = new ServedDatabase(provider);
        using var databases = database.Open();
        await databases.PrepareAsync();
        var register = new RegisterBook(databases);

        var appending = Stopwatch.StartNew();
        for (var from = 0; from < entries; from += Batch)
            await databases.AppendAsync([.. Enumerable.Range(from, Math.Min(Batch, entries - from)).Select(Record)]);

        appending.Stop();
        var verifying = Stopwatch.StartNew();
        var check = new ChainCheck();
        check.End(await register.ReadAsync(check.Take, CancellationToken.None));
        Console.WriteLine($"{provider}: {entries:N0} entries appended in {appending.Elapsed.TotalSeconds:0.0} s ({entries / appending.Elapsed.TotalSeconds:N0} a second), "
            + $"verified in {verifying.Elapsed.TotalSeconds:0.0} s, {check.Faults.Count} faults, {Process.GetCurrentProcess().WorkingSet64 >> 20} MB");
        return check.Faults.Count == 0 && check.Head.Count == entries ? 0 : 1;
    }

    public static IReadOnlyList<RegisterEntry> Chained(int entries)
    {
        var (all, head) = (new List<RegisterEntry>(entries), RegisterHead.Empty);
        for (var i = 0; i < entries; i++)
        {
            all.Add(RegisterChain.Append(head, Record(i)));
            head = new RegisterHead(all[^1].Number, all[^1].Hash);
        }

        return all;
    }

    private static RegisterRecord Record(int i) => new($"person-{i / 10}", "social-media", "93dddb902888", i % 10 == 9
        ? new RegisterEvent.Acknowledged("R-2345-6789", "Alex Wilber", "93dddb902888677963556784d18560126521d8d0c2a29673194f9947936c8169", "I have read the Social Media Policy.", "October 2021", "September 2023")
        : new RegisterEvent.Understood("photographs", IsRight: true, Tries: 1), Start.AddSeconds(i));
}
