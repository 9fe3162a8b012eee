using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using PolicyBot.BotFramework;
using PolicyBot.Turns;

namespace PolicyBot.Graph.Runners;

/// <summary>Nothing but the person, who stands on the errand itself.</summary>
internal sealed record InstallOrder;

[JsonSerializable(typeof(InstallOrder))]
internal sealed partial class InstallJson : JsonSerializerContext;

/// <summary>Installs the bot for a person, consents to what its manifest asks for, and notes where it can write to them first.</summary>
internal sealed class InstallErrand(GraphDoor door, Catalogue catalogue, Installations installations, TimeProvider clock)
    : GraphErrand<InstallOrder>(door, clock)
{
    public const string OfKind = "install", EmptyBody = "{}";

    public override string Kind => OfKind;

    /// <summary>One POST and two GETs each, of which Teams takes thirty a second; the calls of one come at no even pace.</summary>
    public override double PerSecond => 12;

    protected override GraphCall Call => GraphCall.Install;

    protected override JsonTypeInfo<InstallOrder> Shape => InstallJson.Default.InstallOrder;

    protected override async Task<ErrandOutcome> RunAsync(Errand errand, InstallOrder order, int attempt, CancellationToken cancellationToken)
    {
        if (attempt > 1 && await installations.NoteAsync(errand.Person, cancellationToken) is { } already)
            return new ErrandOutcome.Done(already);
        if (await catalogue.AppIdAsync(cancellationToken) is not { } app)
            return new ErrandOutcome.Refused("NotInCatalogue", Catalogue.NotThere);

        await InstallAsync(errand.Person, app, cancellationToken);
        return await installations.NoteAsync(errand.Person, cancellationToken) is { } installation
            ? new ErrandOutcome.Done(installation)
            : new ErrandOutcome.TryAgain("Microsoft Graph does not show the installation yet.");
    }

    private async Task InstallAsync(string person, string app, CancellationToken cancellationToken)
    {
        try
        {
            await Client.Users[person].Teamwork.InstalledApps.PostAsync(new UserScopeTeamsAppInstallation
            {
                AdditionalData = new Dictionary<string, object> { ["teamsApp@odata.bind"] = $"{GraphSettings.PublicEndpoint}/appCatalogs/teamsApps/{app}" },
                ConsentedPermissionSet = new TeamsAppPermissionSet
                {
                    ResourceSpecificPermissions =
                        [.. ResourceConsents.All.Select(name => new TeamsAppResourceSpecificPermission { PermissionValue = name, PermissionType = TeamsAppResourceSpecificPermissionType.Application })],
                },
            }, cancellationToken: cancellationToken);
        }
        catch (ApiException there) when (there.ResponseStatusCode is 409)
        {
            // It is installed already.
        }
    }
}
