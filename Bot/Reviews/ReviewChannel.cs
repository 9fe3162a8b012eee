namespace PolicyBot.Reviews;

/// <summary>The kinds of errand by which a review reaches people beside the chat.</summary>
internal static class ReviewChannel
{
    public const string Feed = "feed", Calendar = "calendar", ToDo = "todo", Mail = "mail";

    /// <summary>Takes the event out of the calendar again; completes the task. Each names the errand that brought it.</summary>
    public const string CalendarRemoval = "calendar-remove", ToDoCompletion = "todo-complete";

    public static IReadOnlyList<string> All { get; } = [Feed, Calendar, ToDo, Mail];
}
