using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Graph.Service;

/// <summary>Microsoft To Do, which has no key for a call made twice.</summary>
internal sealed class ToDoService(GraphDirectory directory)
{
    private const string Task = """
        {"title":"*","importance":"high","isReminderOn":true,"dueDateTime":{"dateTime":"20*","timeZone":"Europe/London"},"reminderDateTime":{"dateTime":"20*","timeZone":"Europe/London"},
         "body":{"contentType":"text","content":"*"},"linkedResources":[{"webUrl":"https://*","applicationName":"PolicyBot","displayName":"*","externalId":"*"}]}
        """;

    private static readonly string[] Tasks = ["Tasks.ReadWrite.All"];

    private int _made;

    public IEnumerable<GraphOperation> Operations =>
    [
        new("GET users/*/todo/lists", Tasks, null, request => With(request, person => GraphAnswer.Some(person.Lists.Select(List)))),
        new("POST users/*/todo/lists", Tasks, """{"displayName":"*"}""", request => With(request, person => MakeList(request, person))),
        new("GET users/*/todo/lists/*/tasks", Tasks, null, request => With(request, person => GraphAnswer.Some(person.Tasks.Values.Select(task => task.DeepClone())))),
        new("POST users/*/todo/lists/*/tasks", Tasks, Task, request => With(request, person => MakeTask(request, person))),
        new("PATCH users/*/todo/lists/*/tasks/*", Tasks, """{"status":"completed"}""", request => With(request, person => Complete(request, person))),
    ];

    private GraphAnswer MakeList(GraphRequest request, GraphPerson person)
    {
        var (id, name) = ($"AQMkList{++_made}=", request.Body.GetProperty("displayName").GetString()!);
        person.Lists[id] = name;
        return new GraphAnswer(201, List(new(id, name)));
    }

    private GraphAnswer MakeTask(GraphRequest request, GraphPerson person)
    {
        if (!person.Lists.ContainsKey(request.Path[4]))
            return GraphAnswer.Error(404, "ErrorItemNotFound");

        var made = JsonNode.Parse(request.Body.GetRawText())!;
        (made["id"], made["status"]) = ($"AQMkTask{++_made}=", "notStarted");
        person.Tasks[(string)made["id"]!] = made;
        return new GraphAnswer(201, made.DeepClone());
    }

    private static GraphAnswer Complete(GraphRequest request, GraphPerson person)
    {
        if (!person.Tasks.TryGetValue(request.Path[6], out var task))
            return GraphAnswer.Error(404, "ErrorItemNotFound");

        task["status"] = "completed";
        return new GraphAnswer(200, task.DeepClone());
    }

    private GraphAnswer With(GraphRequest request, Func<GraphPerson, GraphAnswer> act) => !directory.People.TryGetValue(request.Path[1], out var person)
        ? GraphAnswer.Error(404, "ErrorInvalidUser")
        : person.HasMailbox ? act(person) : GraphAnswer.Error(404, "MailboxNotEnabledForRESTAPI");

    private static JsonNode List(KeyValuePair<string, string> list) => new JsonObject { ["id"] = list.Key, ["displayName"] = list.Value };
}
