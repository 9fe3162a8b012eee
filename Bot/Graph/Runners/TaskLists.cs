using Microsoft.Graph.Models;

namespace PolicyBot.Graph.Runners;

/// <summary>The list in a person's To Do that the bot keeps its tasks in.</summary>
internal sealed class TaskLists(GraphDoor door)
{
    public const string Name = "Policies";

    public async Task<string> FindOrMakeAsync(string person, CancellationToken cancellationToken)
    {
        var lists = door.Client.Users[person].Todo.Lists;
        var known = await lists.GetAsync(request => request.QueryParameters.Filter = $"displayName eq '{Name}'", cancellationToken);
        return known?.Value?.FirstOrDefault(list => list.DisplayName == Name)?.Id
            ?? (await lists.PostAsync(new TodoTaskList { DisplayName = Name }, cancellationToken: cancellationToken))!.Id!;
    }

    /// <summary>A task that was made by a call whose answer was lost.</summary>
    public async Task<string?> FindTaskAsync(string person, string list, string thread, CancellationToken cancellationToken)
    {
        var tasks = door.Client.Users[person].Todo.Lists[list].Tasks;
        var page = await tasks.GetAsync(request =>
        {
            request.QueryParameters.Expand = ["linkedResources"];
            request.QueryParameters.Top = 100;
        }, cancellationToken);
        while (page is not null)
        {
            if (page.Value?.FirstOrDefault(task => task.LinkedResources?.Exists(link => link.ExternalId == thread) == true) is { Id: { } id })
                return id;

            page = page.OdataNextLink is { } next && door.IsOurs(next) ? await tasks.WithUrl(next).GetAsync(cancellationToken: cancellationToken) : null;
        }

        return null;
    }
}
