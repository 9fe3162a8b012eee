namespace PolicyBot.Commands.Doctor;

/// <summary>Goes through the whole installation, with the settings as they are, and says of each thing how it is and what to do.</summary>
internal sealed class DoctorCommand(IEnumerable<IExamination> examinations)
{
    public async Task<Command.Explain> RunAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var examination in examinations)
            findings.AddRange(await examination.LookAsync(cancellationToken));

        var (wrong, odd) = (Count(findings, Condition.Wrong), Count(findings, Condition.Odd));
        var last = (wrong, odd) switch
        {
            (0, 0) => "All is well.",
            (0, _) => $"Nothing is wrong. {odd} to look at.",
            _ => $"{wrong} to put right{(odd > 0 ? $", {odd} to look at" : "")}.",
        };
        return new Command.Explain(string.Join(Environment.NewLine, findings.Select(Line).Append(last)), wrong == 0 ? Command.Done : Command.Failed);
    }

    private static int Count(List<Finding> findings, Condition condition) => findings.Count(finding => finding.Condition == condition);

    private static string Line(Finding finding) =>
        $"{finding.Condition switch { Condition.Well => "ok", Condition.Odd => "look", _ => "WRONG" },-6}{finding.About,-14}{finding.Says}";
}
