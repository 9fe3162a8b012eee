using System.Buffers;
using System.Globalization;
using System.Text;

namespace PolicyBot.Answers.Reading;

/// <summary>
/// A message as plain lower-case words: accents and apostrophes dropped, letters apart from digits, letters
/// repeated for emphasis cut to two, emoji as words of their own. Reads a bounded number of characters.
/// </summary>
internal static class Tokens
{
    /// <summary>Past this many characters a message is a document, and its question stands at either end.</summary>
    public const int Limit = 6_000;

    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’‘`´");

    public static List<string> Of(string message)
    {
        var text = Shortened(message);
        if (!Ascii.IsValid(text))
            text = Plain(text);

        var words = new List<string>(text.Length / 5 + 4);
        var word = new StringBuilder(32);
        foreach (var rune in text.EnumerateRunes())
            Take(rune, word, words);

        Finish(word, words);
        return words;
    }

    private static string Shortened(string message) =>
        message.Length <= Limit ? message : $"{message.AsSpan(0, Limit / 2)} {message.AsSpan(message.Length - Limit / 2)}";

    private static void Take(Rune rune, StringBuilder word, List<string> words)
    {
        if (rune.IsBmp && Apostrophes.Contains((char)rune.Value))
            return;

        if (!Rune.IsLetterOrDigit(rune))
        {
            Finish(word, words);
            if (rune.Value > 0x2000 && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol)
                words.Add(rune.ToString());

            return;
        }

        if (word.Length > 0 && char.IsDigit(word[^1]) != Rune.IsDigit(rune))
            Finish(word, words);

        if (!IsEmphasis(word, rune))
            word.Append(Rune.ToLowerInvariant(rune).ToString());
    }

    private static bool IsEmphasis(StringBuilder word, Rune rune) =>
        word.Length >= 2 && Rune.IsLetter(rune) && rune.IsBmp
        && char.ToLowerInvariant((char)rune.Value) == word[^1] && word[^1] == word[^2];

    private static void Finish(StringBuilder word, List<string> words)
    {
        if (word.Length is > 0 and <= 40)
            words.Add(word.ToString());

        word.Clear();
    }

    /// <summary>Without accents and with fancy letters as plain ones; lone surrogates, which cannot be, as spaces.</summary>
    private static string Plain(string text)
    {
        var whole = string.Concat(text.EnumerateRunes().Select(rune => rune == Rune.ReplacementChar ? " " : rune.ToString()));
        var plain = new StringBuilder(text.Length);
        foreach (var letter in whole.Normalize(NormalizationForm.FormKD))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(letter);

        return plain.ToString();
    }
}
