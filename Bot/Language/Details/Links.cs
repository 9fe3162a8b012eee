using System.Text.RegularExpressions;

namespace PolicyBot.Language.Details;

/// <summary>
/// Addresses on the web. What stays readable is the bare name of a platform ("facebook.com") and what the state or a
/// helpline publishes, which is nobody's profile.
/// </summary>
internal static partial class Links
{
    public static void Mark(Marks marks)
    {
        foreach (var found in Address().EnumerateMatches(marks.Text))
        {
            var link = marks.Text.AsSpan(found.Index, found.Length).TrimEnd(".,;:!?'\"*");
            if (!Public().IsMatch(link) && !Platform().IsMatch(link))
                marks.Add(DetailKind.Link, found.Index, link.Length);
        }
    }

    [GeneratedRegex(@"(?<![\w@.-])(?:https?://[^\s<>""()\[\]]{1,2000}|(?:[a-z0-9-]{1,63}\.){1,4}(?:com|net|org|uk|tv|me|io|app|link|ly|gg|eu|info|be)(?![\w-])(?:[/?#:][^\s<>""()\[\]]{0,2000})?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:https?://)?(?:[a-z0-9-]{1,63}\.){0,3}(?:gov\.uk|nhs\.uk|police\.uk|nspcc\.org\.uk|childline\.org\.uk|[a-z0-9-]+\.sch\.uk)(?:[/?#:]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Public();

    [GeneratedRegex(@"^(?:https?://)?(?:www\.)?(?:facebook|instagram|snapchat|tiktok|twitter|x|youtube|linkedin|whatsapp|tumblr|reddit|discord|roblox|google|gmail|outlook|hotmail|amazon|ebay|bbc\.co|classdojo|parentpay|mumsnet)\.(?:com|co\.uk|uk|org)/?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Platform();
}
