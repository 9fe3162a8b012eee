using System.Diagnostics.CodeAnalysis;
using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Reports.Pack;
using PolicyBot.Policies;

namespace PolicyBot.Commands;

/// <summary>Who has acknowledged a policy, as a file to be shown, kept or worked with.</summary>
internal sealed class ReportCommand(IRosterBook rosters, PolicyReports reports, Understandings understandings, TimeProvider clock)
{
    private static readonly string[] Kinds = [".html", ".csv", ".xlsx"];

    /// <param name="on">The day as it was typed; null for today.</param>
    public Task<int> WriteAsync(string policy, string path, string? on) =>
        Command.WithDatabaseAsync(async () => (await TryWriteAsync(policy, path, on)).Print());

    public async Task<Command.Explain> TryWriteAsync(string policy, string path, string? on)
    {
        if (!IsRightAsked(policy, path, on, out var asked, out var wrong))
            return new Command.Explain(wrong, Command.BadUsage);

        if ((await rosters.ReadAsync(CancellationToken.None)).People.Count == 0)
            return new Command.Explain("There is nobody on the roster, so nobody can be missing. Import a roster first.", Command.Failed);

        var report = await reports.OfAsync(asked.Policy, asked.Day, clock.GetUtcNow(), CancellationToken.None);
        if (report.People.Count == 0)
            return new Command.Explain($"Nobody on the roster had started by {SchoolTime.Short(asked.Day)}.", Command.Failed);

        return Keep(report, path);
    }

    private bool IsRightAsked(string name, string path, string? on, out (Policy Policy, DateOnly Day) asked, [NotNullWhen(false)] out string? wrong)
    {
        var policy = understandings.Policies.FirstOrDefault(policy => policy.Id.Value == name);
        var (day, fault) = on is null ? (SchoolTime.Today(clock), null) : RosterDates.Read(on);
        wrong = policy is null ? $"There is no policy '{name}'. There is: {string.Join(", ", understandings.Policies.Select(each => each.Id))}."
            : fault is not null ? $"--on: {fault}"
            : day > SchoolTime.Today(clock) ? $"{SchoolTime.Short(day.Value)} is still to come. A report is as at today or a day before."
            : !Kinds.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) ? $"'{path}' ends in none of {string.Join(", ", Kinds)}: a page to print, a table, or a workbook."
            : File.Exists(path) ? $"{path} is there already, and evidence is not written over. Choose another name."
            : Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) ? null
            : $"There is no folder for {path}.";
        asked = wrong is null ? (policy!, day!.Value) : default;
        return wrong is null;
    }

    private Command.Explain Keep(PolicyReport report, string path)
    {
        using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite))
            Write(report, Path.GetExtension(path).ToLowerInvariant(), file);

        return new Command.Explain($"{report.CountOf(PersonState.Acknowledged):N0} of {report.Expected:N0} have acknowledged the {report.Policy.Title} as at {SchoolTime.Written(report.AsAt)}. "
            + $"It is in {path}. Check value: {report.Head.CheckValue}", Command.Done);
    }

    private void Write(PolicyReport report, string kind, Stream file)
    {
        if (kind == ".csv")
            ReportCsv.Write(report, file);
        else if (kind == ".xlsx")
            ReportWorkbook.Write(report, file);
        else
            EvidencePack.Write(report, understandings.Find(report.Policy.Id.Value, report.Policy.TextHash)?.Asks.Statement.Text ?? "", file);
    }
}
