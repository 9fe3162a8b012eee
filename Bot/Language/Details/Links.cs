using System.Text.RegularExpressions;

namespace PolicyBot.Language.Details;

/// <summary>
/// Addresses on the web. What stays readable is the bare name of a platform ("facebook.com") and what schools, the state
/// and helplines publish, which is nobody's profile.
/// </summary>
internal static partial class Links
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace;

    public static void Mark(Marks marks)
    {
        foreach (var found in Address().EnumerateMatches(marks.Text))
        {
            var link = marks.Text.AsSpan(found.Index, found.Length).TrimEnd(".,;:!?'\"*");
            if (!Public().IsMatch(link) && !Platform().IsMatch(link))
                marks.Add(DetailKind.Link, found.Index, link.Length);
        }
    }

    [GeneratedRegex("""
        (?<![\w@.-])
        (?: https?:// [^\s<>"()\[\]]{1,2000}
          | (?: [a-z0-9-]{1,63}\. ){1,4} (?: com|net|org|uk|tv|me|io|app|link|ly|gg|eu|info|be ) (?![\w-])
            (?: [/?#:] [^\s<>"()\[\]]{0,2000} )? )
        """, Options)]
    private static partial Regex Address();

    [GeneratedRegex("""
        ^ (?: https?:// )? (?: [a-z0-9-]{1,63}\. ){0,3}
        (?: gov\.uk | nhs\.uk | police\.uk | [a-z0-9-]{1,63}\.sch\.uk | nspcc\.org\.uk | childline\.org\.uk ) (?: [/?#:] | $ )
        """, Options)]
    private static partial Regex Public();

    [GeneratedRegex("""
        ^ (?: https?:// )? (?: www\. )?
        (?: facebook|instagram|snapchat|tiktok|twitter|x|youtube|linkedin|whatsapp|tumblr|reddit|discord|roblox|google
          | gmail|outlook|hotmail|amazon|ebay|bbc|classdojo|parentpay|mumsnet ) \. (?: com | co\.uk | uk | org ) /? $
        """, Options)]
    private static partial Regex Platform();
}
