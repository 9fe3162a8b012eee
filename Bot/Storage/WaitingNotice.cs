using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>
/// A change of who waits, as the replicas hear it: token, milliseconds since 1970 or 0, conversation. Less than the 8,000
/// bytes that fit into a notification. "NOTIFY", PostgreSQL documentation.
/// </summary>
internal static class WaitingNotice
{
    public const string Channel = "policybot_waiting";

    /// <summary>Within a transaction it is heard once that is committed, and not at all where it is not.</summary>
    public static Task SendAsync(BotDatabase database, WaitingChange change, CancellationToken cancellationToken) =>
        WaitingConversations.IsTooLong(change.Conversation)
            ? Task.CompletedTask
            : database.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {Write(change)})", cancellationToken);

    public static WaitingChange? Read(string notice) =>
        notice.Split(' ', 3) is [var token, var until, var conversation]
        && long.TryParse(until, CultureInfo.InvariantCulture, out var milliseconds)
            ? new(new ConversationKey(conversation), milliseconds == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), token)
            : null;

    private static string Write(WaitingChange change) =>
        string.Create(CultureInfo.InvariantCulture, $"{change.Token} {change.Until?.ToUnixTimeMilliseconds() ?? 0} {change.Conversation}");
}
