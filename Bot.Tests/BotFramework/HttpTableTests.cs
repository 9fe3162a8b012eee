using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.BotFramework;

namespace PolicyBot.Tests.BotFramework;

/// <summary>What POST /api/messages answers, case by case.</summary>
public sealed class HttpTableTests(SharedBot shared)
{
    private readonly BotHost _bot = shared.Host;

    [Theory]
    [InlineData("message")]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    public async Task Every_type_of_activity_is_answered_with_200_and_no_body(string type)
    {
        using var response = await _bot.PostAsync(Message("hello").Replace("\"message\"", $"\"{type}\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await BodyOf(response));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("hello")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{\"type\":\"message\"} {}")]
    [InlineData("{\"type\":5}")]
    [InlineData("{\"type\":\"message\",\"entities\":\"x\"}")]
    [InlineData("{\"type\":\"message\",\"from\":[]}")]
    [InlineData("\uFEFF{")]
    public async Task What_is_no_activity_is_a_bad_request(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _bot.PostAsync(body)).StatusCode);

    [Theory]
    [InlineData("type")]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    [InlineData("conversation")]
    [InlineData("from")]
    public async Task What_cannot_be_answered_is_a_bad_request(string missing) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _bot.PostAsync(Message("hello").Replace($"\"{missing}\"", "\"x\"", StringComparison.Ordinal))).StatusCode);

    [Fact]
    public async Task Nesting_without_end_is_a_bad_request()
    {
        var deep = $"{new string('[', 5_000)}{new string(']', 5_000)}";

        Assert.Equal(HttpStatusCode.BadRequest, (await _bot.PostAsync(Message("hello", $",\"value\":{deep}"))).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_a_mebibyte_is_too_large(bool lengthIsTold)
    {
        var body = Encoding.UTF8.GetBytes(Message(new string('a', ActivityBody.Limit)));
        HttpContent content = lengthIsTold ? new ByteArrayContent(body) : new StreamContent(new UnsizedStream(body));

        using var response = await _bot.Http.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    public async Task Only_POST_is_allowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/messages");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _bot.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task An_invoke_nobody_answers_is_not_implemented()
    {
        using var response = await _bot.PostAsync(Invoke("composeExtension/query", "{}"));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Empty(await BodyOf(response));
    }

    [Theory]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"good\"}"}}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"plain words"}}""")]
    [InlineData("""{"data":{"actionName":"feedback","actionValue":{"reaction":"like"}}}""")]
    public async Task Feedback_is_answered_with_an_empty_object(string value)
    {
        using var response = await _bot.PostAsync(Invoke("message/submitAction", value));

        Assert.Equal((HttpStatusCode.OK, "{}"), (response.StatusCode, await BodyOf(response)));
    }

    [Fact]
    public async Task A_card_button_the_bot_does_not_know_is_an_error_inside_a_200()
    {
        using var response = await _bot.PostAsync(Invoke("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"x"}}"""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"statusCode\":400", await BodyOf(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_come_in_the_answer_where_they_are_expected()
    {
        var id = Guid.NewGuid().ToString("N");

        using var response = await _bot.PostAsync(
            Message("do i have to sign the AUP", Said.ExpectReplies, id));
        using var body = JsonDocument.Parse(await BodyOf(response));

        var reply = Assert.Single(body.RootElement.GetProperty("activities").EnumerateArray());
        Assert.Equal("message", reply.GetProperty("type").GetString());
        Assert.Equal("28:bot", reply.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("29:ann", reply.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal(id, reply.GetProperty("replyToId").GetString());
        Assert.False(reply.TryGetProperty("id", out _));
        Assert.False(reply.TryGetProperty("serviceUrl", out _));
        Assert.DoesNotContain(_bot.Channel.Calls, call => call.Path.EndsWith(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_invokes_answer_travels_among_the_expected_replies()
    {
        using var response = await _bot.PostAsync(Invoke("message/submitAction", """{"actionName":"feedback"}""", Said.ExpectReplies));
        using var body = JsonDocument.Parse(await BodyOf(response));

        var reply = Assert.Single(body.RootElement.GetProperty("activities").EnumerateArray());
        Assert.Equal("invokeResponse", reply.GetProperty("type").GetString());
        Assert.Equal(200, reply.GetProperty("value").GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_reply_goes_to_the_channel_with_the_bots_token()
    {
        var text = "do i have to sign the AUP";
        var id = Guid.NewGuid().ToString("N");

        using var response = await _bot.PostAsync(Message(text, id: id));

        var call = Assert.Single(_bot.Channel.Calls, call => call.Path.EndsWith(id, StringComparison.Ordinal));
        Assert.Equal(("POST", $"/teams/v3/conversations/a:1/activities/{id}", "Bearer bot-token"), (call.Method, call.Path, call.Authorization));
    }

    [Fact]
    public async Task A_bot_that_fails_leaves_nobody_waiting_and_says_nothing_of_the_message_in_the_log()
    {
        await using var failing = await BotHost.StartAsync(services => services.AddSingleton<IBot, FailingBot>());

        using var response = await failing.PostAsync(Said.Message("canary-4711", failing.Channel.ServiceUrl));
        using var invoke = await failing.PostAsync(Said.Message("x", failing.Channel.ServiceUrl).Replace("\"message\"", "\"invoke\"", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotImplemented), (response.StatusCode, invoke.StatusCode));
        Assert.Contains("Sorry", Assert.Single(failing.Channel.Calls).Body, StringComparison.Ordinal);
        Assert.Contains(failing.Log.Lines, line => line.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(failing.Log.Lines, line => line.Contains("canary-4711", StringComparison.Ordinal));
    }

    private string Message(string text, string more = "", string? id = null) => Said.Message(text, _bot.Channel.ServiceUrl, more: more, id: id);

    private string Invoke(string name, string value, string more = "") =>
        Message("", $",\"name\":\"{name}\",\"value\":{value}{more}").Replace("\"message\"", "\"invoke\"", StringComparison.Ordinal);

    private static Task<string> BodyOf(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private sealed class FailingBot : IBot
    {
        public Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"Cannot deal with '{turn.Activity.Text}'.");

        public async Task OnTurnErrorAsync(TurnContext turn, CancellationToken cancellationToken)
        {
            if (turn.Activity.Type == ActivityTypes.Message)
                await turn.SendActivityAsync(new Activity { Text = "Sorry." }, cancellationToken);
        }
    }

    /// <summary>A body sent in chunks, without its length.</summary>
    private sealed class UnsizedStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
