using Azure.Identity;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using PolicyBot.Reviews;

namespace PolicyBot.Graph.People;

/// <summary>Finds out who the manager is, at the start and once a day: each replica for itself.</summary>
internal sealed partial class ManagerWatch(GraphDoor door, IManagerSeat seat, TimeProvider clock, ILogger<ManagerWatch> log) : BackgroundService
{
    private static readonly TimeSpan NextDay = TimeSpan.FromDays(1), Soon = TimeSpan.FromMinutes(10);

    /// <returns>A sentence where there is no manager to be found; null where there is.</returns>
    public async Task<string?> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (id, fault) = door.Settings.ManagerGroup is { } group
                ? await OfGroupAsync(group, cancellationToken)
                : await OfAsync(door.Settings.ManagerOf!, cancellationToken);
            if (id is not null)
                seat.Take(id);

            return fault;
        }
        catch (ApiException fault)
        {
            return GraphRefusals.Sentence(door.Settings.ManagerGroup is null ? GraphCall.Manager : GraphCall.Members, fault);
        }
        catch (AuthenticationFailedException fault)
        {
            return TokenRefusals.Sentence(fault);
        }
        catch (HttpRequestException fault)
        {
            return $"Microsoft Graph cannot be reached ({fault.Message}). Check the network.";
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!seat.IsSet && !stoppingToken.IsCancellationRequested)
        {
            var fault = await LookAsync(stoppingToken);
            if (fault is not null)
                NotFound(fault);

            await Task.Delay(fault is null ? NextDay : Soon, clock, stoppingToken);
        }
    }

    private async Task<(string? Id, string? Fault)> OfGroupAsync(string group, CancellationToken cancellationToken)
    {
        var page = await door.Client.Groups[group].Members.GetAsync(request => request.QueryParameters.Top = 5, cancellationToken);
        var members = page?.Value?.OfType<User>().ToList() ?? [];
        return members is [{ Id: { } id }] ? (id, null)
            : (null, $"The group of Graph:ManagerGroup has {(members.Count == 0 ? "nobody" : "several people")} in it. "
                + "Keep the manager in it, and nobody else.");
    }

    private async Task<(string? Id, string? Fault)> OfAsync(string person, CancellationToken cancellationToken) =>
        (await door.Client.Users[person].Manager.GetAsync(cancellationToken: cancellationToken))?.Id is { } id
            ? (id, null)
            : (null, GraphCall.Manager.NotFound);

    [LoggerMessage(LogLevel.Warning, "Who the manager is could not be read: {Why}")]
    private partial void NotFound(string why);
}
