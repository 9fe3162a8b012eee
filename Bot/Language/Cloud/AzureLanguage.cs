using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace PolicyBot.Language.Cloud;

/// <summary>
/// Personal data in a text, by Azure AI Language ("Detect and redact Personally Identifying Information", REST 2023-04-01).
/// Whatever goes wrong is said in a sentence of its own; nothing of the text, the key or the answer is in it.
/// </summary>
internal sealed class AzureLanguage(HttpPipeline pipeline, Uri endpoint, Patience patience, TimeProvider clock)
{
    /// <summary>"Service limits": 5,120 characters a document.</summary>
    private const int LongestText = 5_000;

    private const int TooManyRequests = 429;

    public static AzureLanguage Of(LanguageSettings settings, Patience patience, TimeProvider clock) =>
        new(AzurePipeline.Build(settings, patience), settings.Endpoint!, patience, clock);

    public async Task<Findings> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length > LongestText)
            return new Findings.Away($"The text is longer than the {LongestText} characters that Azure AI Language checks at once.");

        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        whole.CancelAfter(patience.WholeCall);
        var began = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var findings = await TryAsync(text, whole.Token);
            cancellationToken.ThrowIfCancellationRequested();
            if (findings is not Findings.Away { MayPass: true } away || attempt == Patience.Tries || !await WaitAsync(away, began, whole.Token))
                return findings;
        }
    }

    /// <returns>Whether there is time for another try; false at once where the service asks for longer than there is.</returns>
    private async Task<bool> WaitAsync(Findings.Away away, long began, CancellationToken cancellationToken)
    {
        var wait = away.RetryAfter ?? patience.Pause;
        if (clock.GetElapsedTime(began) + wait >= patience.WholeCall || cancellationToken.IsCancellationRequested)
            return false;

        try
        {
            await Task.Delay(wait, clock, cancellationToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<Findings> TryAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            using var message = Message(text);
            await pipeline.SendAsync(message, cancellationToken);
            return Read(message.Response, text.Length);
        }
        catch (AuthenticationFailedException)
        {
            return new Findings.Away("The bot's managed identity gets no token for Azure AI Language.");
        }
        catch (OperationCanceledException)
        {
            return new Findings.Away("Azure AI Language did not answer in time.", MayPass: true);
        }
        catch (Exception broken) when (broken is RequestFailedException or IOException)
        {
            return new Findings.Away("Azure AI Language cannot be reached.", MayPass: true);
        }
    }

    private HttpMessage Message(string text)
    {
        var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(endpoint);
        message.Request.Uri.AppendPath("/language/:analyze-text", escape: false);
        message.Request.Uri.AppendQuery("api-version", "2023-04-01");
        message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(AnalyzeRequest.Of(text), AnalyzeJson.Default.AnalyzeRequest));
        return message;
    }

    private static Findings Read(Response response, int length) => response.Status switch
    {
        200 => AnalyzeAnswer.Read(response.Content, length) ?? new Findings.Away("Azure AI Language sent an answer that cannot be read."),
        TooManyRequests => new Findings.Away("Azure AI Language is busy.", MayPass: true, RetryAfter(response)),
        401 or 403 => new Findings.Away($"Azure AI Language does not let the bot in (status {response.Status}). Check Language:Key, or the role of the bot's identity."),
        408 or >= 500 => new Findings.Away($"Azure AI Language fails with status {response.Status}.", MayPass: true, RetryAfter(response)),
        _ => new Findings.Away($"Azure AI Language refuses the text with status {response.Status}."),
    };

    private static TimeSpan? RetryAfter(Response response) =>
        response.Headers.TryGetValue("Retry-After", out var value) && int.TryParse(value, out var seconds) && seconds >= 0
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
