using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyBot.Acknowledgements.Versions;

/// <summary>Two wordings of a clause as HTML in which the words that differ are marked: as gone in the one, as new in the other.</summary>
internal static partial class WordChanges
{
    /// <summary>A table of words by words: longer clauses are shown unmarked.</summary>
    private const int MostWords = 2_000;

    public static (string Before, string After) Mark(string before, string after)
    {
        string[] old = [.. Words().Matches(before).Select(word => word.Value)], other = [.. Words().Matches(after).Select(word => word.Value)];
        if (old.Length > MostWords || other.Length > MostWords)
            return (WebUtility.HtmlEncode(before), WebUtility.HtmlEncode(after));

        var (keptOld, keptOther) = Common(old, other);
        return (Html(old, keptOld, "del"), Html(other, keptOther, "ins"));
    }

    /// <summary>The longest sequence of words that both have.</summary>
    private static (bool[] Old, bool[] Other) Common(string[] old, string[] other)
    {
        var length = new int[old.Length + 1, other.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = other.Length - 1; j >= 0; j--)
                length[i, j] = old[i] == other[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);

        var (keptOld, keptOther, at, to) = (new bool[old.Length], new bool[other.Length], 0, 0);
        while (at < old.Length && to < other.Length)
        {
            if (old[at] == other[to])
                keptOld[at++] = keptOther[to++] = true;
            else if (length[at + 1, to] >= length[at, to + 1])
                at++;
            else
                to++;
        }

        return (keptOld, keptOther);
    }

    /// <summary>Neighbours that are marked stand in one mark.</summary>
    private static string Html(string[] words, bool[] kept, string tag)
    {
        var html = new StringBuilder();
        for (var i = 0; i < words.Length; i++)
        {
            if (!kept[i] && (i == 0 || kept[i - 1]))
                html.Append('<').Append(tag).Append('>');
            html.Append(WebUtility.HtmlEncode(words[i]));
            if (!kept[i] && (i == words.Length - 1 || kept[i + 1]))
                html.Append("</").Append(tag).Append('>');
        }

        return html.ToString();
    }

    [GeneratedRegex(@"\s+|[^\s]+")]
    private static partial Regex Words();
}
