using Microsoft.Graph.Groups.Delta;
using Microsoft.Kiota.Abstractions;
using PolicyBot.Turns;

namespace PolicyBot.Graph.People;

/// <summary>
/// Whether a group has other members than when it was last asked about: Graph tells by a link that it gave then. "Get
/// incremental changes for groups", Microsoft Graph documentation.
/// </summary>
internal sealed class GroupChanges(GraphDoor door, IBookmarkStore bookmarks)
{
    private const int GoneTooLong = 410;

    /// <returns>Whether anything changed, and the link to ask by the next time, which is not kept yet.</returns>
    public async Task<(bool HasChanged, string? Next)> AskAsync(string group, CancellationToken cancellationToken)
    {
        if (await bookmarks.FindAsync(NameOf(group), cancellationToken) is not { } link || !door.IsOurs(link))
            return (true, (await FollowAsync(await FirstAsync(group, cancellationToken), cancellationToken)).Next);

        try
        {
            return await FollowAsync(await Changes.WithUrl(link).GetAsDeltaGetResponseAsync(cancellationToken: cancellationToken), cancellationToken);
        }
        catch (ApiException gone) when (gone.ResponseStatusCode is GoneTooLong)
        {
            return (true, (await FollowAsync(await FirstAsync(group, cancellationToken), cancellationToken)).Next);
        }
    }

    /// <summary>What had changed is brought in.</summary>
    public Task KeepAsync(string group, string? next, CancellationToken cancellationToken) => bookmarks.KeepAsync(NameOf(group), next, cancellationToken);

    private DeltaRequestBuilder Changes => door.Client.Groups.Delta;

    private Task<DeltaGetResponse?> FirstAsync(string group, CancellationToken cancellationToken) => Changes.GetAsDeltaGetResponseAsync(request =>
    {
        request.QueryParameters.Filter = $"id eq '{group}'";
        request.QueryParameters.Select = ["members"];
    }, cancellationToken);

    private async Task<(bool HasChanged, string? Next)> FollowAsync(DeltaGetResponse? page, CancellationToken cancellationToken)
    {
        var hasChanged = false;
        while (page is not null)
        {
            hasChanged |= page.Value is { Count: > 0 };
            if (page.OdataNextLink is not { } next || !door.IsOurs(next))
                break;

            page = await Changes.WithUrl(next).GetAsDeltaGetResponseAsync(cancellationToken: cancellationToken);
        }

        return (hasChanged, page?.OdataDeltaLink);
    }

    private static string NameOf(string group) => $"graph/group/{group}";
}
