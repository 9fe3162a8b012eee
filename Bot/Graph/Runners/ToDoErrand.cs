using System.Text.Json.Serialization.Metadata;
using Microsoft.Graph.Models;
using PolicyBot.Reviews;
using PolicyBot.Turns;

namespace PolicyBot.Graph.Runners;

/// <summary>A task in To Do. To Do has no key of its own for a call made twice: after the first attempt the task is looked for.</summary>
internal sealed class ToDoErrand(GraphDoor door, TaskLists lists, TimeProvider clock) : GraphErrand<ReviewNotice>(door, clock)
{
    public override string Kind => ReviewChannel.ToDo;

    public override double PerSecond => 2;

    protected override GraphCall Call => GraphCall.ToDo;

    protected override JsonTypeInfo<ReviewNotice> Shape => ReviewsJson.Default.ReviewNotice;

    protected override async Task<ErrandOutcome> RunAsync(Errand errand, ReviewNotice notice, int attempt, CancellationToken cancellationToken)
    {
        var list = await lists.FindOrMakeAsync(errand.Person, cancellationToken);
        var task = (attempt > 1 ? await lists.FindTaskAsync(errand.Person, list, notice.Thread, cancellationToken) : null)
            ?? (await Client.Users[errand.Person].Todo.Lists[list].Tasks.PostAsync(Task(notice), cancellationToken: cancellationToken))!.Id!;
        return new ErrandOutcome.Done(TaskTrace.Of(list, task));
    }

    private TodoTask Task(ReviewNotice notice) => new()
    {
        Title = notice.Headline,
        Importance = Importance.High,
        IsReminderOn = true,
        DueDateTime = SchoolHour.Of(notice.Due),
        ReminderDateTime = SchoolHour.Of(notice.At),
        Body = new ItemBody { ContentType = BodyType.Text, Content = notice.Text },
        LinkedResources =
        [
            new LinkedResource
            {
                WebUrl = notice.Link ?? $"https://teams.microsoft.com/l/entity/{Door.Settings.TeamsAppId}/conversations",
                ApplicationName = "PolicyBot",
                DisplayName = notice.Title,
                ExternalId = notice.Thread,
            },
        ],
    };
}

/// <summary>Where a task is: the ids of its list and itself, neither of which has a slash.</summary>
internal static class TaskTrace
{
    public static string Of(string list, string task) => $"{list}/{task}";

    public static (string List, string Task)? Read(string? trace) => trace?.Split('/') is [var list, var task] ? (list, task) : null;
}
