namespace PolicyBot.Turns;

/// <summary>Runs the errands of one kind, against one service; registered as a service of this type.</summary>
internal interface IErrandRunner
{
    string Kind { get; }

    /// <summary>What the service allows, over all replicas together.</summary>
    double PerSecond { get; }

    /// <param name="attempt">From 1. After the first, the call before may have come through without its answer.</param>
    Task<ErrandOutcome> RunAsync(Errand errand, int attempt, CancellationToken cancellationToken);
}
