using PolicyBot.Acknowledgements.People;
using PolicyBot.BotFramework;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>
/// Who is in a team that the bot is in, as the connector says it, with no permission in Microsoft Graph. "Get Teams specific
/// context for your bot", Microsoft Teams documentation.
/// </summary>
internal sealed class TeamMembers(IReferenceStore references, ConnectorClient connector) : IPeopleSource
{
    private const string NothingCame = "Nothing was brought in.", ABot = "28:";

    /// <returns>The teams that the bot knows itself to be in.</returns>
    public async Task<IReadOnlyList<TeamAccount>> TeamsAsync(CancellationToken cancellationToken) =>
        [.. (await references.TeamsAsync(cancellationToken)).Select(reference => reference.Team!)];

    public async Task<PeoplePage> ReadAsync(string group, string? next, CancellationToken cancellationToken)
    {
        if ((await references.TeamsAsync(cancellationToken)).FirstOrDefault(reference => reference.Team!.Id == group) is not { } team)
            return new PeoplePage.None($"The bot is in no team '{group}'. {NothingCame}");

        var (outcome, page) = await connector.GetMembersAsync(team.ServiceUrl, group, next, cancellationToken);
        return (outcome, page) switch
        {
            (SendOutcome.Sent, { Members: { } members }) => new PeoplePage.Some(
                [.. members.OfType<ChannelAccount>().Where(member => !IsBot(member, team)).Select(Listed)], page.ContinuationToken is { Length: > 0 } token ? token : null),
            (SendOutcome.Sent, _) => new PeoplePage.None($"Teams answered with something that is no list of members. {NothingCame} Try again later."),
            _ => new PeoplePage.None($"{Why(outcome)} {NothingCame}"),
        };
    }

    private static bool IsBot(ChannelAccount member, ConversationReference team) =>
        member.Id is { } id && (id == team.Bot?.Id || id.StartsWith(ABot, StringComparison.Ordinal));

    private static ListedPerson Listed(ChannelAccount member) =>
        new(member.EntraId, member.Name, member.Email ?? ListedPerson.AddressIn(member.UserPrincipalName), member.UserRole is "guest");

    private static string Why(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Gone gone => $"Teams does not tell the bot who is in the team ({gone.Status} {gone.Code}). Add the bot to the team again.",
        SendOutcome.Busy { RetryAfter: { } wait } => $"Teams is busy, and asks to be left alone for {Math.Ceiling(wait.TotalSeconds):0} seconds. Try again then.",
        SendOutcome.Busy => "Teams is busy. Try again in a minute.",
        SendOutcome.Lost => "Teams did not answer. Check the network and try again.",
        SendOutcome.NotAllowed elsewhere => $"Teams gave the address {elsewhere.Host}, to which the bot does not speak. See MicrosoftAppAllowedHosts.",
        SendOutcome.Refused refused => $"Teams refused the bot ({refused.Status} {refused.Code}). Check MicrosoftAppId and MicrosoftAppPassword.",
        _ => "Teams took the question and gave no answer.",
    };
}
