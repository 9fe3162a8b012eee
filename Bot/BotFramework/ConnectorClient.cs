using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Identity;

namespace PolicyBot.BotFramework;

/// <summary>
/// The calls a bot makes to its channel. Bot Connector REST reference; which failures are tried again, and which are
/// final, is in <see cref="SendOutcome"/>.
/// </summary>
internal sealed class ConnectorClient(HttpClient http, ConnectorTokens tokens, ServiceHosts hosts, RetryRules retries)
{
    private long _requests;

    /// <summary>So many requests were made: the channel counts them against its limit, whatever came of them.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    public Task<SendOutcome> SendAsync(string serviceUrl, Activity activity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, serviceUrl, activity.ReplyToId is { } reply
            ? $"v3/conversations/{Escape(activity.Conversation?.Id)}/activities/{Escape(reply)}"
            : $"v3/conversations/{Escape(activity.Conversation?.Id)}/activities", activity, cancellationToken);

    public Task<SendOutcome> UpdateAsync(string serviceUrl, Activity activity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, serviceUrl,
            $"v3/conversations/{Escape(activity.Conversation?.Id)}/activities/{Escape(activity.Id)}", activity, cancellationToken);

    public async Task<SendOutcome> DeleteAsync(string serviceUrl, string conversationId, string activityId, CancellationToken cancellationToken) =>
        (await CallAsync(HttpMethod.Delete, serviceUrl,
            $"v3/conversations/{Escape(conversationId)}/activities/{Escape(activityId)}", null, cancellationToken)).Outcome;

    public Task<(SendOutcome Outcome, ConversationResourceResponse? Created)> CreateConversationAsync(
        string serviceUrl, ConversationParameters parameters, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Post, serviceUrl, "v3/conversations",
            JsonSerializer.SerializeToUtf8Bytes(parameters, ActivityJson.Default.ConversationParameters),
            ActivityJson.Default.ConversationResourceResponse, cancellationToken);

    public Task<(SendOutcome Outcome, PagedMembers? Page)> GetMembersAsync(
        string serviceUrl, string conversationId, string? continuation, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Get, serviceUrl, $"v3/conversations/{Escape(conversationId)}/pagedmembers?pageSize=500"
            + (continuation is null ? "" : $"&continuationToken={Escape(continuation)}"),
            null, ActivityJson.Default.PagedMembers, cancellationToken);

    public Task<(SendOutcome Outcome, ChannelAccount? Member)> GetMemberAsync(
        string serviceUrl, string conversationId, string memberId, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Get, serviceUrl, $"v3/conversations/{Escape(conversationId)}/members/{Escape(memberId)}",
            null, ActivityJson.Default.ChannelAccount, cancellationToken);

    private async Task<SendOutcome> SendAsync(
        HttpMethod method, string serviceUrl, string path, Activity activity, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(activity, WireJson.Plain.Activity);
        var (outcome, resource) = await AskAsync(method, serviceUrl, path, body, ActivityJson.Default.ResourceResponse, cancellationToken);
        return outcome is SendOutcome.Sent ? new SendOutcome.Sent(resource?.Id) : outcome;
    }

    private async Task<(SendOutcome Outcome, T? Answer)> AskAsync<T>(
        HttpMethod method, string serviceUrl, string path, byte[]? body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var (outcome, answer) = await CallAsync(method, serviceUrl, path, body, cancellationToken);
        try
        {
            return (outcome, outcome is SendOutcome.Sent && answer.Length > 0 ? JsonSerializer.Deserialize(answer, type) : null);
        }
        catch (JsonException)
        {
            return (outcome, null);
        }
    }

    private async Task<(SendOutcome Outcome, byte[] Answer)> CallAsync(
        HttpMethod method, string serviceUrl, string path, byte[]? body, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate($"{serviceUrl.TrimEnd('/')}/{path}", UriKind.Absolute, out var address) || !hosts.Allows(address))
            return (new SendOutcome.NotAllowed(address?.Host ?? ""), []);

        for (var attempt = 1; ; attempt++)
        {
            var (outcome, answer) = await TryAsync(method, address, body, mayRenewToken: true, cancellationToken);
            if (outcome is not SendOutcome.Busy busy || !await retries.WaitAsync(attempt, busy.RetryAfter, cancellationToken))
                return (outcome, answer);
        }
    }

    private async Task<(SendOutcome Outcome, byte[] Answer)> TryAsync(
        HttpMethod method, Uri address, byte[]? body, bool mayRenewToken, CancellationToken cancellationToken)
    {
        try
        {
            var token = await tokens.GetAsync(cancellationToken);
            Interlocked.Increment(ref _requests);
            using var request = Request(method, address, body, token);
            using var response = await http.SendAsync(request, cancellationToken);
            var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (response.StatusCode is not HttpStatusCode.Unauthorized || token is null || !mayRenewToken)
                return (Outcome(response, answer), answer);

            tokens.Drop(token);
        }
        catch (AuthenticationFailedException)
        {
            return (new SendOutcome.Refused((int)HttpStatusCode.Unauthorized, "NoToken"), []);
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            return (new SendOutcome.Lost(), []);
        }

        return await TryAsync(method, address, body, mayRenewToken: false, cancellationToken);
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri address, byte[]? body, string? token)
    {
        var request = new HttpRequestMessage(method, address);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };

        return request;
    }

    private SendOutcome Outcome(HttpResponseMessage response, byte[] answer)
    {
        var (status, code) = ((int)response.StatusCode, response.IsSuccessStatusCode ? "" : ConnectorError.Parse(answer).Code);
        return status switch
        {
            >= 200 and < 300 => new SendOutcome.Sent(null),
            403 or 404 => new SendOutcome.Gone(status, code),
            413 => new SendOutcome.TooLarge(),
            412 or 429 or 502 or 503 or 504 => new SendOutcome.Busy(status, retries.RetryAfter(response.Headers)),
            _ => new SendOutcome.Refused(status, code),
        };
    }

    private static string Escape(string? id) => Uri.EscapeDataString(id ?? "");
}
