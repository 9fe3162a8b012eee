using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PolicyBot.Turns;

/// <summary>How fast the outbox may send: section Outbox. The defaults are Teams' own limits; 0 and "none" lift them.</summary>
internal sealed record OutboxSettings
{
    /// <summary>Requests a second to the channel, over all replicas. "Rate limiting for agents", Microsoft Teams documentation.</summary>
    public double PerSecond { get; init; } = 50;

    /// <summary>Messages to one conversation, in each of these windows.</summary>
    public IReadOnlyList<SendWindow> PerConversation { get; init; } = [new(7, TimeSpan.FromSeconds(1)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1))];

    /// <summary>What one worker takes at a time, and so the most that can be sent twice when its process is killed.</summary>
    public int Batch { get; init; } = 25;

    /// <summary>How long a message is kept after it was delivered or given up, and its key with it.</summary>
    public int KeepDays { get; init; } = 30;

    /// <summary>The channel's address for the first word to somebody, before anybody has written to the bot.</summary>
    public string ServiceUrl { get; init; } = "https://smba.trafficmanager.net/teams/";

    /// <returns>The settings, and a sentence for each mistake: settings with mistakes are not to be used.</returns>
    public static (OutboxSettings Settings, IReadOnlyList<string> Mistakes) From(IConfiguration settings)
    {
        var (section, read, mistakes) = (settings.GetSection("Outbox"), new OutboxSettings(), new List<string>());
        if (section["PerSecond"] is { Length: > 0 } rate)
            read = double.TryParse(rate, CultureInfo.InvariantCulture, out var perSecond) && perSecond >= 0 ? read with { PerSecond = perSecond }
                : Wrong($"Outbox:PerSecond is '{rate}'. Write a number such as 50, or 0 for no limit.");
        if (section["PerConversation"] is { Length: > 0 } windows)
            read = SendWindow.TryParse(windows, out var parsed) ? read with { PerConversation = parsed }
                : Wrong($"Outbox:PerConversation is '{windows}'. Write messages/seconds, such as '7/1 60/30', or none.");
        if (section["Batch"] is { Length: > 0 } batch)
            read = int.TryParse(batch, CultureInfo.InvariantCulture, out var most) && most is > 0 and <= 500 ? read with { Batch = most }
                : Wrong($"Outbox:Batch is '{batch}'. Write a number from 1 to 500.");
        if (section["KeepDays"] is { Length: > 0 } keep)
            read = int.TryParse(keep, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 3650
                ? read with { KeepDays = days }
                : Wrong($"Outbox:KeepDays is '{keep}'. Write a number of days from 1 to 3650.");
        if (section["ServiceUrl"] is { Length: > 0 } address)
            read = Uri.TryCreate(address, UriKind.Absolute, out _) ? read with { ServiceUrl = address }
                : Wrong($"Outbox:ServiceUrl is '{address}'. Write the channel's address, such as https://smba.trafficmanager.net/uk/.");

        return (read, mistakes);

        OutboxSettings Wrong(string mistake)
        {
            mistakes.Add(mistake);
            return read;
        }
    }
}

/// <summary>At most so many messages in any stretch of this length.</summary>
internal sealed record SendWindow(int Most, TimeSpan Length)
{
    private const string None = "none";

    public static bool TryParse(string text, out IReadOnlyList<SendWindow> windows)
    {
        var parts = text.Trim() == None ? [] : text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToList();
        windows = [.. parts.OfType<SendWindow>()];
        return windows.Count == parts.Count;
    }

    private static SendWindow? Parse(string text) =>
        text.Split('/') is [var most, var seconds]
        && int.TryParse(most, CultureInfo.InvariantCulture, out var count) && count > 0
        && int.TryParse(seconds, CultureInfo.InvariantCulture, out var length) && length > 0
            ? new SendWindow(count, TimeSpan.FromSeconds(length))
            : null;
}
