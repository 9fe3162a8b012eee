namespace PolicyBot.Tests.Graph.Service;

/// <summary>Finds who answers a call, whether the bot may make it, and whether its body is as documented; in Graph's own order.</summary>
internal sealed class GraphServices(GraphDirectory directory, Func<string> endpoint)
{
    private readonly IReadOnlyList<GraphOperation> _operations =
        [.. new OutlookService(directory).Operations, .. new ToDoService(directory).Operations, .. new TeamsService(directory).Operations, .. new DirectoryService(directory, endpoint).Operations];

    public GraphAnswer Answer(GraphRequest request, IReadOnlySet<string> granted)
    {
        var operation = _operations.FirstOrDefault(operation => request.Is(operation.Pattern));
        if (operation is null)
            return GraphAnswer.Error(404, "ResourceNotFound", $"No such address: {request.Line}");
        if (!operation.Permissions.Any(granted.Contains))
            return GraphAnswer.Error(403, operation.Denial, $"Missing: {string.Join(" or ", operation.Permissions)}");

        return operation.Model is { } model && JsonShape.Fault(request.Body, model) is { } fault
            ? GraphAnswer.Error(400, "BadRequest", fault)
            : operation.Act(request);
    }
}

/// <param name="Pattern">"POST users/*/events".</param>
/// <param name="Permissions">Any of them will do.</param>
/// <param name="Model">Of the body; null where there is none.</param>
internal sealed record GraphOperation(string Pattern, IReadOnlyList<string> Permissions, string? Model, Func<GraphRequest, GraphAnswer> Act)
{
    /// <summary>What a missing permission is called there.</summary>
    public string Denial { get; init; } = "Forbidden";
}
