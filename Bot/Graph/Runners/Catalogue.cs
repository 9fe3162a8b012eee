namespace PolicyBot.Graph.Runners;

/// <summary>Which app in the organisation's catalogue the bot is: as set, or looked up once by the id in its manifest.</summary>
internal sealed class Catalogue(GraphDoor door)
{
    public const string NotThere = "The app with the id of Graph:TeamsAppId is not in the organisation's catalogue. "
        + "Upload it in the Teams admin centre, or set Graph:CatalogueAppId.";

    private string? _found;

    /// <returns>Null where it is not in the catalogue.</returns>
    public async Task<string?> AppIdAsync(CancellationToken cancellationToken) => door.Settings.CatalogueAppId
        ?? (_found ??= await CallRefusedException.NamingAsync(GraphCall.Catalogue, () => LookUpAsync(cancellationToken)));

    private async Task<string?> LookUpAsync(CancellationToken cancellationToken)
    {
        var apps = await door.Client.AppCatalogs.TeamsApps.GetAsync(
            request => request.QueryParameters.Filter = $"externalId eq '{door.Settings.TeamsAppId}'", cancellationToken);
        return apps?.Value is [{ Id: { } id }, ..] ? id : null;
    }
}
