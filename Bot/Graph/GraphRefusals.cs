using System.Globalization;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using PolicyBot.Turns;

namespace PolicyBot.Graph;

/// <summary>What an error of Graph means: tried again, or a sentence that says which permission or setting is missing and what to do.</summary>
internal static class GraphRefusals
{
    private const string AskAround = "Say so to whoever looks after the bot.";

    /// <summary>The first row that fits; a row without a code fits any.</summary>
    private static readonly IReadOnlyList<(int Status, string? Code, Func<GraphCall, string, string> Says)> Table =
    [
        (401, null, (call, code) =>
            $"Microsoft Graph does not take the bot's word for who it is ({code}). Check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId."),
        (403, "ErrorAccessDenied", (call, code) => $"The bot may not {call.Does} ({code}). Grant it {call.Permission} in Entra and give admin consent; "
            + "where it has it, Exchange keeps this mailbox from it: add the mailbox to the app's scope."),
        (403, null, (call, code) =>
            $"The bot may not {call.Does} ({code}). Grant it {call.Permission} in Entra, give admin consent, and look with: policybot graph check."),
        (404, "MailboxNotEnabledForRESTAPI", (call, code) => $"This person has no mailbox that the bot could {call.Does} with ({code}). "
            + "Give them a licence with a mailbox in Exchange Online, or leave this way of reminding out."),
        (404, null, (call, code) => $"{call.NotFound} ({code})"),
        (409, null, (call, code) => $"Two Teams apps with the bot's app id are installed ({code}). Take the older one away in the Teams admin centre."),
        (413, null, (call, code) =>
            $"What the bot would {call.Does} with is larger than Microsoft Graph takes ({code}). Give the policy a shorter title. {AskAround}"),
        (400, null, (call, code) => $"Microsoft Graph does not understand how the bot would {call.Does} ({code}). {AskAround}"),
    ];

    public static ErrandOutcome Outcome(GraphCall call, ApiException fault, DateTimeOffset now) => IsPassing(fault.ResponseStatusCode)
        ? new ErrandOutcome.TryAgain(Sentence(call, fault), RetryAfter(fault, now))
        : new ErrandOutcome.Refused(CodeOf(fault), Sentence(call, fault));

    /// <summary>Over in a while by itself.</summary>
    public static bool IsPassing(int status) => status is 0 or 408 or 423 or 425 or 429 or >= 500;

    public static string Sentence(GraphCall call, ApiException fault)
    {
        var (status, code) = (fault.ResponseStatusCode, CodeOf(fault));
        if (IsPassing(status))
            return status is 429
                ? $"Microsoft Graph asks the bot to wait before it may {call.Does} ({code})."
                : $"Microsoft Graph is out of order while the bot would {call.Does} ({code}).";

        var row = Table.FirstOrDefault(row => row.Status == status
            && (row.Code is null || code.EndsWith(row.Code, StringComparison.OrdinalIgnoreCase)));
        return row.Says?.Invoke(call, code) ?? $"Microsoft Graph would not let the bot {call.Does} ({code}). {AskAround}";
    }

    /// <returns>"403 Forbidden": the status, and what Graph calls it.</returns>
    public static string CodeOf(ApiException fault) => $"{fault.ResponseStatusCode} {(fault as ODataError)?.Error?.Code}".TrimEnd();

    /// <summary>In seconds, which may have a fraction, or as a date.</summary>
    public static TimeSpan? RetryAfter(ApiException fault, DateTimeOffset now)
    {
        var said = fault.ResponseHeaders?
            .FirstOrDefault(header => string.Equals(header.Key, "Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        if (double.TryParse(said, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 86_400)
            return TimeSpan.FromSeconds(seconds);
        if (DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return date > now ? date - now : TimeSpan.Zero;

        return null;
    }
}
