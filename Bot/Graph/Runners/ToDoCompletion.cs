using System.Text.Json.Serialization.Metadata;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using PolicyBot.Reviews;
using PolicyBot.Turns;
using TaskStatus = Microsoft.Graph.Models.TaskStatus;

namespace PolicyBot.Graph.Runners;

/// <summary>Ticks a task off.</summary>
internal sealed class ToDoCompletion(GraphDoor door, EarlierErrand earlier, TimeProvider clock) : GraphErrand<ReviewFinished>(door, clock)
{
    public override string Kind => ReviewChannel.ToDoCompletion;

    public override double PerSecond => 2;

    protected override GraphCall Call => GraphCall.ToDo;

    protected override JsonTypeInfo<ReviewFinished> Shape => ReviewsJson.Default.ReviewFinished;

    protected override async Task<ErrandOutcome> RunAsync(Errand errand, ReviewFinished finished, int attempt, CancellationToken cancellationToken)
    {
        var (made, wait) = await earlier.FindAsync(finished.Errand, cancellationToken);
        if (wait is not null)
            return wait;
        if (TaskTrace.Read(made?.Trace) is var (list, task))
            await CompleteAsync(errand.Person, list, task, cancellationToken);

        return new ErrandOutcome.Done();
    }

    private async Task CompleteAsync(string person, string list, string task, CancellationToken cancellationToken)
    {
        try
        {
            await Client.Users[person].Todo.Lists[list].Tasks[task].PatchAsync(new TodoTask { Status = TaskStatus.Completed }, cancellationToken: cancellationToken);
        }
        catch (ApiException gone) when (gone.ResponseStatusCode is 404)
        {
            // They have deleted it themselves.
        }
    }
}
