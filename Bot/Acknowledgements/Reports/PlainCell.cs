using System.Buffers;
using System.Globalization;

namespace PolicyBot.Acknowledgements.Reports;

/// <summary>
/// Makes sure that a spreadsheet shows a name and does not calculate it: https://owasp.org/www-community/attacks/CSV_Injection.
/// Programs drop what cannot be seen, and take forms of the signs in other scripts' widths for the signs.
/// </summary>
internal static class PlainCell
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("=+-@\t\r\n＝＋－＠﹦﹢﹣﹫−");

    /// <returns>The text, behind an apostrophe where it might be calculated.</returns>
    public static string Of(string text) => Begins(text) ? "'" + text : text;

    private static bool Begins(string text)
    {
        foreach (var letter in text)
            if (Signs.Contains(letter))
                return true;
            else if (!IsUnseen(letter))
                return false;

        return false;
    }

    private static bool IsUnseen(char letter) => char.IsWhiteSpace(letter) || letter == '"'
        || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;
}
