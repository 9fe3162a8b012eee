using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Graph.Service;

/// <summary>Calendars and mail.</summary>
internal sealed class OutlookService(GraphDirectory directory)
{
    private const string Event = """
        {"@odata.type?":"#microsoft.graph.event","subject":"*","body":{"contentType":"text","content":"*"},"start":{"dateTime":"20*","timeZone":"Europe/London"},"end":{"dateTime":"20*","timeZone":"Europe/London"},
         "isReminderOn":true,"reminderMinutesBeforeStart":0,"showAs":"free","categories":["*"],"transactionId":"*"}
        """;

    private static readonly string[] Calendars = ["Calendars.ReadWrite"], Mail = ["Mail.Send"];

    private int _events;

    public const string Duplicate = "ErrorDuplicateTransactionId";

    public IEnumerable<GraphOperation> Operations =>
    [
        new("POST users/*/events", Calendars, Event, Make) { Denial = "ErrorAccessDenied" },
        new("GET users/*/events", Calendars, null, request => Mailbox(request, person => GraphAnswer.Some(person.Events.Values.Take(1).Select(known => known.DeepClone())))) { Denial = "ErrorAccessDenied" },
        new("GET users/*/calendarView", Calendars, null, request => Mailbox(request, person => GraphAnswer.Some(person.Events.Values.Select(known => known.DeepClone())))) { Denial = "ErrorAccessDenied" },
        new("DELETE users/*/events/*", Calendars, null, request => Mailbox(request, person => person.Events.Remove(request.Path[3]) ? new GraphAnswer(204) : GraphAnswer.Error(404, "ErrorItemNotFound"))),
        new("POST users/*/sendMail", Mail, null, Send) { Denial = "ErrorAccessDenied" },
    ];

    private GraphAnswer Make(GraphRequest request) => Mailbox(request, person =>
    {
        var transaction = request.Body.GetProperty("transactionId").GetString();
        if (person.Events.Values.Any(known => (string?)known["transactionId"] == transaction))
            return GraphAnswer.Error(409, Duplicate);

        var made = JsonNode.Parse(request.Body.GetRawText())!;
        made["id"] = $"AAMkEvent{++_events}=";
        person.Events[(string)made["id"]!] = made;
        return new GraphAnswer(201, made.DeepClone());
    });

    private GraphAnswer Send(GraphRequest request) => Mailbox(request, _ =>
    {
        const string model = """
            {"Message":{"@odata.type?":"#microsoft.graph.message","subject":"*","body":{"contentType":"text","content":"*"},"toRecipients":[{"emailAddress":{"address":"*"}}]},"SaveToSentItems":true}
            """;
        if (JsonShape.Fault(request.Body, model) is { } fault)
            return GraphAnswer.Error(400, "ErrorInvalidRecipients", fault);

        var address = request.Body.GetProperty("Message").GetProperty("toRecipients")[0].GetProperty("emailAddress").GetProperty("address").GetString();
        directory.People.Values.FirstOrDefault(person => person.Mail == address)?.Mails.Add(JsonNode.Parse(request.Body.GetRawText())!);
        return new GraphAnswer(202);
    });

    private GraphAnswer Mailbox(GraphRequest request, Func<GraphPerson, GraphAnswer> act)
    {
        var person = directory.People.GetValueOrDefault(request.Path[1]) ?? directory.People.Values.FirstOrDefault(person => person.Mail == request.Path[1]);
        return person is null ? GraphAnswer.Error(404, "ErrorInvalidUser")
            : !person.HasMailbox ? GraphAnswer.Error(404, "MailboxNotEnabledForRESTAPI")
            : act(person);
    }
}
