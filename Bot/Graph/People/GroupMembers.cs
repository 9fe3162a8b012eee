using Azure.Identity;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Graph.People;

/// <summary>Who is in a group of Entra, page by page. Graph's wish to be left alone for a while is heeded here.</summary>
internal sealed class GroupMembers(GraphDoor door, TimeProvider clock) : IDirectoryGroup
{
    private const int MostTries = 8, PageSize = 999;

    private const string NothingCame = "Nothing was brought in.";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2), LongestPause = TimeSpan.FromMinutes(2);

    public string? Standard => door.Settings.RosterGroup;

    /// <param name="next">Graph's own link; one to another host is not followed.</param>
    public async Task<PeoplePage> ReadAsync(string group, string? next, CancellationToken cancellationToken)
    {
        if (next is not null && !door.IsOurs(next))
            return new PeoplePage.None($"Microsoft Graph names a next page at another address. {NothingCame} Say so to whoever looks after the bot.");

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var page = await PageAsync(group, next, cancellationToken);
                return new PeoplePage.Some([.. (page?.Value ?? []).Select(Listed)], page?.OdataNextLink);
            }
            catch (ApiException fault) when (GraphRefusals.IsPassing(fault.ResponseStatusCode) && attempt < MostTries)
            {
                await Task.Delay(Wait(fault, attempt), clock, cancellationToken);
            }
            catch (ApiException fault)
            {
                return new PeoplePage.None($"{GraphRefusals.Sentence(GraphCall.Members, fault)} {NothingCame}");
            }
            catch (AuthenticationFailedException fault)
            {
                return new PeoplePage.None($"{TokenRefusals.Sentence(fault)} {NothingCame}");
            }
            catch (HttpRequestException fault)
            {
                return new PeoplePage.None($"Microsoft Graph cannot be reached ({fault.Message}). {NothingCame} Try again later.");
            }
        }
    }

    /// <summary>Only the people among the members, which Graph sorts out where the question allows for being a moment behind.</summary>
    private Task<UserCollectionResponse?> PageAsync(string group, string? next, CancellationToken cancellationToken)
    {
        var members = door.Client.Groups[group].Members.GraphUser;
        return next is not null
            ? members.WithUrl(next).GetAsync(request => request.Headers.Add("ConsistencyLevel", "eventual"), cancellationToken)
            : members.GetAsync(request =>
            {
                request.Headers.Add("ConsistencyLevel", "eventual");
                request.QueryParameters.Count = true;
                request.QueryParameters.Top = PageSize;
                request.QueryParameters.Select = ["id", "displayName", "mail", "userPrincipalName", "userType"];
            }, cancellationToken);
    }

    private TimeSpan Wait(ApiException fault, int attempt) =>
        (GraphRefusals.RetryAfter(fault, clock.GetUtcNow()) ?? Pause * attempt) is var wait && wait < LongestPause ? wait : LongestPause;

    private static ListedPerson Listed(User user) =>
        new(user.Id, user.DisplayName, user.Mail ?? ListedPerson.AddressIn(user.UserPrincipalName), string.Equals(user.UserType, "Guest", StringComparison.OrdinalIgnoreCase));
}
