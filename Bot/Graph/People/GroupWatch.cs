using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Kiota.Abstractions;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Turns;

namespace PolicyBot.Graph.People;

/// <summary>
/// Each night, where the group of all staff has changed, its members are brought in as "roster import --group" does it: who
/// is new joins, who is no longer in the group stays as they were and is named in the log.
/// </summary>
internal sealed partial class GroupWatch(GroupChanges changes, GroupMembers members, RosterFromGroup roster, ILogger<GroupWatch> log) : IScheduledWork
{
    public string Name => "roster-group";

    public string Cron => "0 40 2 * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (members.Standard is not { } group)
            return;

        try
        {
            var (hasChanged, next) = await changes.AskAsync(group, cancellationToken);
            if (hasChanged && await roster.BringInAsync(members, group, cancellationToken) is { } fault)
                NotBroughtIn(fault);
            else
                await changes.KeepAsync(group, next, cancellationToken);
        }
        catch (ApiException fault)
        {
            NotBroughtIn(GraphRefusals.Sentence(GraphCall.Members, fault));
        }
        catch (AuthenticationFailedException fault)
        {
            NotBroughtIn(TokenRefusals.Sentence(fault));
        }
    }

    [LoggerMessage(LogLevel.Warning, "The members of Graph:RosterGroup were not brought in: {Why}")]
    private partial void NotBroughtIn(string why);
}
