using System.Text.RegularExpressions;

namespace PolicyBot.Answers.Reading;

/// <summary>Parts a message where one question ends and another begins.</summary>
internal static partial class Matters
{
    /// <summary>Fewer words than these ask nothing on their own.</summary>
    private const int ShortestWords = 5;

    private const string Asking = "can|could|may|am|is|are|do|does|should|what|whats|how|must|would|will";

    /// <returns>The parts that each ask something of their own, or none where the message is of one piece.</returns>
    public static IReadOnlyList<string> In(string message)
    {
        if (message.Length > Tokens.Limit || !Joint().IsMatch(message))
            return [];

        var parts = Joint().Split(message).Where(part => part.Count(letter => letter == ' ') >= ShortestWords - 1 && Question().IsMatch(part)).ToList();
        return parts.Count > 1 ? parts : [];
    }

    [GeneratedRegex(@"\?+\s+|[.!]+\s+(?=\p{Lu}|(?i:" + Asking + @")\s)|\n+|(?i:,?\s+(?:and also|and|also|plus|oh and)\s+(?=(?:" + Asking + @")\s))", RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\b(?:(?:can|could|may|should|must|do|does|am|is|are|will|would|have)\s+(?:i|we|it|this|that|the|you|they|he|she|there|my|our|staff|parents)|what|whats|when|who|why|how|which|where)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Question();
}
