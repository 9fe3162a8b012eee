using Azure.Identity;
using Microsoft.Kiota.Abstractions;
using PolicyBot.Turns;

namespace PolicyBot.Graph.Check;

/// <summary>Tries each call once with nothing behind it, and holds the answer against what the token says.</summary>
internal sealed class GraphCheck(GraphDoor door, GraphProbes probes) : IPermissionCheck
{
    private const string Elsewhere = "It is not in the bot's token: it is granted in Exchange or in the app's manifest, or only a part of it is granted.";

    public async Task<IReadOnlyList<PermissionFinding>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var roles = TokenRoles.In(await door.TokenAsync(cancellationToken));
            var findings = new List<PermissionFinding>();
            foreach (var probe in probes.All)
                findings.Add(await TryAsync(probe, roles, cancellationToken));

            return findings;
        }
        catch (AuthenticationFailedException fault)
        {
            return [new PermissionFinding("a token", "ask Microsoft Graph for anything", IsNeeded: true, TokenRefusals.Sentence(fault))];
        }
    }

    private static async Task<PermissionFinding> TryAsync(GraphProbe probe, IReadOnlySet<string>? roles, CancellationToken cancellationToken)
    {
        var finding = new PermissionFinding(probe.Call.Permission, probe.Call.Does, probe.IsNeeded, null);
        try
        {
            await probe.Try(cancellationToken);
        }
        catch (ApiException fault) when (!probe.Allowed.Contains(fault.ResponseStatusCode))
        {
            return finding with { Fault = GraphRefusals.Sentence(probe.Call, fault) };
        }
        catch (ApiException)
        {
            // Let in, and then found wanting, as it was meant to be.
        }
        catch (HttpRequestException fault)
        {
            return finding with { Fault = $"Microsoft Graph cannot be reached ({fault.Message}). Check the network and Graph:Endpoint." };
        }

        return finding with { Note = roles is null || roles.Contains(probe.Call.Permission) ? null : Elsewhere };
    }
}
