using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>What kind of clause words are, by the words that bind. The sentence that an item hangs on speaks first.</summary>
internal static partial class ClauseKinds
{
    /// <param name="heading">The heading that it stands under.</param>
    public static ClauseKind Of(string text, string? leadIn, string? heading) =>
        (leadIn is null ? null : Bound(leadIn)) ?? Bound(text)
        ?? (Steps().IsMatch(leadIn ?? "") || Steps().IsMatch(heading ?? "") ? ClauseKind.Procedure : ClauseKind.Fact);

    private static ClauseKind? Bound(string text) =>
        Rule().IsMatch(text) ? ClauseKind.Rule
        : Caution().IsMatch(text) ? ClauseKind.Caution
        : Duty().IsMatch(text) ? ClauseKind.Duty
        : Procedure().IsMatch(text) ? ClauseKind.Procedure
        : Doing().IsMatch(text) ? ClauseKind.Duty
        : null;

    [GeneratedRegex(@"\b(must|never|may\s+not|cannot|can\s+not|do\s+not|don['’]t|shall|(?:not|n['’]t)\s+(?:be\s+)?(?:allowed|permitted|acceptable)|prohibited|forbidden|(?:are|is)\s+not\s+to|under\s+no\s+circumstances|mandatory)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\b(wise|bear\s+in\s+mind|keep\s+in\s+mind|be\s+aware|beware|take\s+care|be\s+careful|be\s+cautious|caution|with\s+care|advisable|advised\s+to|remember\s+that)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Caution();

    [GeneratedRegex(@"\b(report(?:ed)?\s+(?:\w+\s+){0,5}to|(?:following|these)\s+(?:steps|procedures?)|steps\s+(?:will|are|to)|in\s+the\s+event\s+of|step\s+\d|(?:is|are)\s+to\s+be\s+followed|will\s+be\s+followed|(?:contact|ring|call|phone|telephone|inform|notify|tell)\s+(?:the|a|their|your|parents|999)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Procedure();

    [GeneratedRegex(@"\b(should|expected\s+to|ought\s+to|(?:is|are)\s+(?:responsible|required|asked|encouraged)|responsib(?:le|ility|ilities)|duty|duties|has\s+to|have\s+to|(?:need|needs)\s+to)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Duty();

    [GeneratedRegex(@"\b(?:staff|manager|leader|practitioners?|playworkers?|team|employees?|volunteers?|we)\s+will\b", RegexOptions.IgnoreCase)]
    private static partial Regex Doing();

    [GeneratedRegex(@"\b(procedures?|steps|what\s+to\s+do|how\s+to|process|reporting|stage\s+\d|if\s+a\b.*:$)", RegexOptions.IgnoreCase)]
    private static partial Regex Steps();
}
