using System.Diagnostics;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Reports.Pack;
using PolicyBot.Policies;

namespace PolicyBot.Benchmarks.Lasting;

/// <summary>A report of ten entries for each of so many people, without a database, in each of its forms.</summary>
internal static class ReportRun
{
    private const int EntriesEach = 10;

    private static readonly DateTimeOffset Start = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    public static void Run(int people)
    {
        var policy = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Policies", "Library")).Library.Policies[0];
        var roster = new Roster(Enumerable.Range(0, people).Select(i => new StaffMember(PersonId.Parse(IdOf(i)), $"Person {i}", PersonKind.Staff)));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var standings = new Standings(roster, policy, new HashSet<string> { RegisterRecord.VersionOf(policy) }, new DateOnly(2026, 11, 23));
        var (taking, number) = (new Stopwatch(), 0L);
        foreach (var step in Enumerable.Range(0, EntriesEach))
            for (var person = 0; person < people; person++)
            {
                var entry = RegisterChain.Append(new RegisterHead(number++, []), new RegisterRecord(IdOf(person), policy.Id.Value, RegisterRecord.VersionOf(policy), Event(policy, step, person), Start.AddSeconds(number)));
                taking.Start();
                standings.Take(entry);
                taking.Stop();
            }

        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        var reporting = Stopwatch.StartNew();
        var report = standings.Report(new RegisterHead(number, new byte[RegisterChain.HashSize]), Start.AddDays(80));
        Console.WriteLine($"{number:N0} entries of {people:N0} people taken in {taking.Elapsed.TotalSeconds:0.00} s, reported in {reporting.Elapsed.TotalSeconds:0.00} s, {kept >> 20} MB kept ({kept / people:N0} bytes a person)");
        Keep("csv", file => ReportCsv.Write(report, file));
        Keep("xlsx", file => ReportWorkbook.Write(report, file));
        Keep("html", file => EvidencePack.Write(report, "", file));
    }

    private static void Keep(string kind, Action<Stream> write)
    {
        var path = Path.Combine(Path.GetTempPath(), $"report-run-{Environment.ProcessId}.{kind}");
        var writing = Stopwatch.StartNew();
        using (var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite))
            write(file);

        Console.WriteLine($"{kind}: {new FileInfo(path).Length >> 10:N0} kB in {writing.Elapsed.TotalSeconds:0.0} s, {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most so far");
        File.Delete(path);
    }

    private static string IdOf(int person) => $"00000000-0000-0000-0000-{person:d12}";

    private static RegisterEvent Event(Policy policy, int step, int person) => step switch
    {
        0 => new RegisterEvent.Asked("r1", "issue+0"),
        1 => new RegisterEvent.Delivered("r1", "issue+0"),
        2 => new RegisterEvent.Asked("r1", "reminder+7"),
        3 => new RegisterEvent.Opened("Review was due September 2023."),
        < 9 => new RegisterEvent.Understood(policy.Clauses[step].Id.Value, person % 7 != 0, (person % 3) + 1),
        _ => new RegisterEvent.Acknowledged($"R-{person:d8}", $"Person {person}", policy.TextHash, "I have read the Social Media Policy (adopted October 2021).", "October 2021", "September 2023"),
    };
}
