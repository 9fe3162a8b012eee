using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>The lines at the head of a document, before its first sentence: its name, whose it is, and when it is reviewed.</summary>
internal sealed partial class HeadLines
{
    private const int MostLines = 14;

    /// <summary>How many parts stand before the first sentence.</summary>
    public static int CountIn(IReadOnlyList<Part> text)
    {
        var end = text.TakeWhile(part => !IsSentence(part)).Count();
        return Math.Min(end, MostLines);
    }

    public static IReadOnlyList<Part> Read(IReadOnlyList<Part> text)
    {
        var (head, isTitled) = (CountIn(text), text.Any(part => part.Kind == PartKind.Title));
        var read = text.ToList();
        for (var i = 0; i < head; i++)
        {
            read[i] = Read(text, i, isTitled, i + 1 < head);
            isTitled |= read[i].Kind == PartKind.Title;
        }

        return read;
    }

    public static bool NamesPolicy(string text) => PolicyNoun().IsMatch(text);

    private static Part Read(IReadOnlyList<Part> text, int i, bool isTitled, bool isMoreHead)
    {
        var part = text[i];
        if (part.Kind == PartKind.Heading && part.Level > 0)
            return isTitled || !NamesPolicy(part.Text) ? part : part with { Kind = PartKind.Title };
        if (part.Kind == PartKind.Row && !text.Any(other => other != part && other.Kind == PartKind.Row && other.Table == part.Table)
            && !WrittenFact.IsAt(part.Cells[0]))
            return part with { Kind = PartKind.Bare };
        if (part.Kind != PartKind.Paragraph || WrittenFact.IsAt(part.Text))
            return part;
        if (!isTitled && NamesPolicy(part.Text) && !text.Any(other => other is { Kind: PartKind.Heading, Level: 1 } && NamesPolicy(other.Text)))
            return part with { Kind = PartKind.Title };

        if (char.IsLower(part.Text.FirstOrDefault(char.IsLetter)))
            return part; // Nobody's name, however short it is.

        return isTitled && !isMoreHead && !ClubName.IsIn(part.Text) && !NamesPolicy(part.Text) ? part : part with { Kind = PartKind.Bare };
    }

    private static bool IsSentence(Part part) => part.Kind == PartKind.Item
        || (part.Kind == PartKind.Paragraph && !WrittenFact.IsAt(part.Text)
            && (part.Words > 12 || part.Text.EndsWith('.') || (part.Text.EndsWith(':') && part.Words > 3) || Structure.IsTelling(part.Text)
            || Numbering.Of(part.Text) is not null));

    [GeneratedRegex(@"\b(polic(?:y|ies)|procedures?|code of (?:conduct|practice)|guidance|guidelines|agreement|statement|handbook)\b", RegexOptions.IgnoreCase)]
    private static partial Regex PolicyNoun();
}
