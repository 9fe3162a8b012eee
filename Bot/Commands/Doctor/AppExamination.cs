using Microsoft.Extensions.Configuration;
using PolicyBot.Manifest;
using PolicyBot.Turns;

namespace PolicyBot.Commands.Doctor;

/// <summary>What stands in Microsoft 365 beside the bot: the app that Teams is given, and the permissions in Graph.</summary>
internal sealed class AppExamination(PackageCheck check, IConfiguration configuration, IPermissionCheck? graph = null) : IExamination
{
    private const string Manifest = "manifest", Graph = "graph";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => [.. App(), .. await PermissionsAsync(cancellationToken)];

    private IEnumerable<Finding> App()
    {
        var (settings, mistakes) = ManifestSettings.From(configuration);
        if (mistakes.Count > 0)
            return mistakes.Select(mistake => Finding.Wrong(Manifest, mistake));

        var package = AppPackage.Read(new MemoryStream(PackageBuild.Of(settings).ToZip()));
        return check.Faults(package, settings) is { Count: > 0 } faults
            ? faults.Select(fault => Finding.Wrong(Manifest, $"{fault}"))
            : [Finding.Well(Manifest, "The app for Teams can be built of these settings.")];
    }

    private async Task<IEnumerable<Finding>> PermissionsAsync(CancellationToken cancellationToken)
    {
        if (graph is null)
            return [Finding.Well(Graph, "It is not used. Reminders go by chat only; docs/graph.md says what else it can do.")];

        var wrong = (await graph.LookAsync(cancellationToken)).Where(finding => finding is { Fault: not null, IsNeeded: true }).ToList();
        return wrong.Count > 0
            ? wrong.Select(finding => Finding.Wrong(Graph, $"{finding.Permission}: {finding.Fault}"))
            : [Finding.Well(Graph, "Every permission that the settings need is there.")];
    }
}
