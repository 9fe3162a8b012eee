using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyBot.BotFramework;

/// <summary>Somebody named with @ in a message. Ill-formed mentions are passed over (A2104).</summary>
internal sealed record Mention(string Id, string Text)
{
    public static IEnumerable<Mention> In(Activity activity) =>
        (activity.Entities ?? []).Where(entity => string.Equals(entity?.Type, "mention", StringComparison.OrdinalIgnoreCase))
            .Select(Read).OfType<Mention>();

    /// <summary>The text without the mentions of one account; those of other people stay.</summary>
    public static string TextWithout(Activity activity, string? account)
    {
        var text = activity.Text ?? "";
        foreach (var mention in In(activity).Where(mention => mention.Id == account))
            text = Regex.Replace(text, Regex.Escape(mention.Text), "", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

        return text.Trim();
    }

    private static Mention? Read(Entity entity)
    {
        if (entity.Unknown is null || !entity.Unknown.TryGetValue("mentioned", out var mentioned) || TextOf(mentioned, "id") is not { } id)
            return null;

        var text = entity.Unknown.TryGetValue("text", out var written) && written.ValueKind is JsonValueKind.String
            ? written.GetString()
            : TextOf(mentioned, "name") is { } name ? $"<at>{name}</at>" : null;
        return string.IsNullOrEmpty(text) ? null : new Mention(id, text);
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;
}
