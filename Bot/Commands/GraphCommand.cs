using PolicyBot.Turns;

namespace PolicyBot.Commands;

/// <summary>Which permissions the bot has in Microsoft Graph, which it lacks, and what to do.</summary>
internal sealed class GraphCommand(IPermissionCheck? check = null)
{
    private const int Width = 52;

    public async Task<Command.Explain> CheckAsync()
    {
        if (check is null)
            return new Command.Explain("Microsoft Graph is not enabled. Set Graph:Enabled to true; docs/graph.md says what it needs.", Command.Failed);

        var findings = await check.LookAsync(CancellationToken.None);
        var missing = findings.Count(finding => finding is { Fault: not null, IsNeeded: true });
        var last = missing == 0 ? "All that the settings need is there." : $"{missing} that the settings need {(missing == 1 ? "is" : "are")} missing.";
        return new Command.Explain(string.Join(Environment.NewLine, findings.SelectMany(Lines).Append(last)), missing == 0 ? Command.Done : Command.Failed);
    }

    private static IEnumerable<string> Lines(PermissionFinding finding)
    {
        var state = finding switch { { Fault: null } => "works", { IsNeeded: true } => "MISSING", _ => "missing, not needed" };
        yield return $"{finding.Permission,-Width} {state,-20} to {finding.For}";
        if ((finding.IsNeeded ? finding.Fault : null) is { } fault)
            yield return $"    {fault}";
        if (finding.Note is { } note)
            yield return $"    {note}";
    }
}
