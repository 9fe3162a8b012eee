using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>How far two texts have the same words.</summary>
internal static partial class Likeness
{
    /// <returns>From 0, nothing in common, to 1, the same words.</returns>
    public static double Of(string one, string other)
    {
        var (first, second) = (Counted(one), Counted(other));
        var all = first.Values.Sum() + second.Values.Sum();
        return all == 0 ? 0 : 2.0 * Common(first, second) / all;
    }

    /// <returns>The part of a text's words that the other has too.</returns>
    public static double Share(string part, string whole)
    {
        var (first, second) = (Counted(part), Counted(whole));
        return first.Count == 0 ? 0 : Common(first, second) / (double)first.Values.Sum();
    }

    private static int Common(Dictionary<string, int> one, Dictionary<string, int> other) => one.Sum(word => Math.Min(word.Value, other.GetValueOrDefault(word.Key)));

    private static Dictionary<string, int> Counted(string text) =>
        Word().Matches(text.ToLowerInvariant()).GroupBy(match => match.Value).ToDictionary(same => same.Key, same => same.Count());

    [GeneratedRegex(@"[\w'’]+")]
    private static partial Regex Word();
}
