using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PolicyBot.BotFramework;

/// <summary>POST /api/messages: one activity in, one turn, and the HTTP answer the channel expects.</summary>
internal sealed partial class MessagesEndpoint(
    IBot bot, InboundGate gate, ConnectorClient connector, TimeProvider clock, ILogger<MessagesEndpoint> log)
{
    /// <summary>Longer than this and the channel, which gives up after 15 seconds, sends the activity again.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10), ForAnError = TimeSpan.FromSeconds(3);

    public async Task AnswerAsync(HttpContext http)
    {
        var (activity, status) = await ActivityBody.ReadAsync(http.Request, http.RequestAborted);
        if (activity is not null)
            status = await gate.CheckAsync(http, activity, http.RequestAborted);

        http.Response.StatusCode = status;
        if (status == StatusCodes.Status413PayloadTooLarge)
            http.Response.Headers.Connection = "close"; // The rest of the body is not read.
        if (status == StatusCodes.Status429TooManyRequests)
            RequestLimits.Refuse(http.Response, status);
        if (activity is not null && status == StatusCodes.Status200OK)
            await TakeTurnAsync(http.Response, activity);
    }

    /// <summary>The turn has a deadline of its own: a channel that hangs up must not leave it half done.</summary>
    private async Task TakeTurnAsync(HttpResponse response, Activity activity)
    {
        using var deadline = new CancellationTokenSource(Deadline, clock);
        if (activity.DeliveryMode == DeliveryModes.ExpectReplies)
            await AnswerWithRepliesAsync(response, activity, deadline.Token);
        else
            await AnswerOverConnectorAsync(response, activity, deadline.Token);
    }

    private async Task AnswerWithRepliesAsync(HttpResponse response, Activity activity, CancellationToken cancellationToken)
    {
        var replies = new List<Activity>();
        var turn = new TurnContext(activity, (reply, _) =>
        {
            replies.Add(reply);
            return Task.FromResult<SendOutcome>(new SendOutcome.Sent(null));
        });
        await RunAsync(turn, cancellationToken);
        if (activity.Type == ActivityTypes.Invoke)
            replies.Add(AsActivity(activity, turn.InvokeResponse ?? InvokeResponse.NotImplemented));

        await WriteAsync(response, JsonSerializer.SerializeToUtf8Bytes(new ExpectedReplies(replies), WireJson.Plain.ExpectedReplies));
    }

    private async Task AnswerOverConnectorAsync(HttpResponse response, Activity activity, CancellationToken cancellationToken)
    {
        var turn = new TurnContext(activity, async (reply, token) =>
        {
            var outcome = await connector.SendAsync(activity.ServiceUrl!, reply, token);
            if (outcome is not SendOutcome.Sent)
                NotSent(outcome.GetType().Name, outcome.ToString());

            return outcome;
        });
        await RunAsync(turn, cancellationToken);
        if (activity.Type != ActivityTypes.Invoke)
            return;

        var answer = turn.InvokeResponse ?? InvokeResponse.NotImplemented;
        response.StatusCode = answer.Status;
        if (answer.Body is { } body)
            await WriteAsync(response, JsonSerializer.SerializeToUtf8Bytes(body));
    }

    /// <summary>
    /// The one place that catches everything: whatever is wrong here, the channel must not send the activity again,
    /// and no text of a message may reach the log with the exception.
    /// </summary>
    private async Task RunAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        try
        {
            await bot.OnTurnAsync(turn, cancellationToken);
        }
        catch (Exception fault)
        {
            TurnFailed(turn.Activity.Type ?? "", fault.GetType().Name, fault.StackTrace);
            turn.InvokeResponse = null;
            if (!turn.Responded)
                await SayFailedAsync(turn);
        }
    }

    /// <summary>In a time of its own: the turn's may be what ended.</summary>
    private async Task SayFailedAsync(TurnContext turn)
    {
        using var deadline = new CancellationTokenSource(ForAnError, clock);
        await bot.OnTurnErrorAsync(turn, deadline.Token);
    }

    private static Activity AsActivity(Activity invoke, InvokeResponse answer)
    {
        var body = answer.Body is { } element ? element.GetRawText() : "null";
        return invoke.CreateReply(new Activity
        {
            Type = ActivityTypes.InvokeResponse,
            Value = JsonElement.Parse($$"""{"status":{{answer.Status}},"body":{{body}}}"""),
        });
    }

    private static async Task WriteAsync(HttpResponse response, byte[] json)
    {
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        await response.BodyWriter.WriteAsync(json);
    }

    [LoggerMessage(LogLevel.Error, "A turn of type {Type} failed: {Fault}\n{Trace}")]
    private partial void TurnFailed(string type, string fault, string? trace);

    [LoggerMessage(LogLevel.Warning, "A reply was not sent: {Outcome} ({Detail}).")]
    private partial void NotSent(string outcome, string detail);
}
