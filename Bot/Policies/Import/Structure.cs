using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>Says of each part what it is: title, heading, lead-in and items, or a paragraph of its own.</summary>
internal sealed partial class Structure
{
    private const int BulletDepth = 100, MostWordsOfHeading = 10, FewestWordsOfSentence = 9;

    private readonly List<Part> _done = [];
    private readonly List<int> _depths = [];
    private readonly IReadOnlyList<Part> _text;
    private int? _lead;

    private Structure(IReadOnlyList<Part> parts)
    {
        _text = HeadLines.Read([.. parts.Where(part => part.Kind != PartKind.Noise)]);
        var noise = parts.Where(part => part.Kind == PartKind.Noise).ToList();
        for (var i = 0; i < _text.Count; i++)
        {
            _done.AddRange(noise.TakeWhile(each => each.Place < _text[i].Place));
            noise.RemoveAll(each => each.Place < _text[i].Place);
            _done.Add(Read(i));
        }

        _done.AddRange(noise);
    }

    public static IReadOnlyList<Part> Of(IReadOnlyList<Part> parts) => new Structure(parts)._done;

    /// <summary>Whether words tell or forbid, so that they are no name of a section.</summary>
    public static bool IsTelling(string text) => Telling().IsMatch(text);

    private Part Read(int i)
    {
        var part = _text[i];
        var number = Numbering.Of(part.Text);
        switch (part.Kind)
        {
            case PartKind.Item:
                return part with { Level = LevelOf(BulletDepth + part.Level) };
            case PartKind.Paragraph when IsHeading(i, number):
            case PartKind.Heading when !IsSentence(i):
                EndList(null);
                return part with { Kind = PartKind.Heading };
            case PartKind.Paragraph when number is not null && (IsItem(number) || (part.Level > 0 && _depths.Count > 0)):
                return part with { Kind = PartKind.Item, Level = LevelOf(number.Depth) };
            case PartKind.Paragraph or PartKind.Heading:
                EndList(part.Text.EndsWith(':') ? number?.Depth ?? 0 : null);
                return part with { Kind = PartKind.Paragraph };
            default:
                EndList(null);
                return part;
        }
    }

    private void EndList(int? lead)
    {
        _lead = lead;
        _depths.Clear();
    }

    private bool IsItem(Numbering number) => _depths.Contains(number.Depth) || (_lead is { } lead && number.Depth > lead);

    private int LevelOf(int depth)
    {
        var at = _depths.IndexOf(depth);
        if (at >= 0)
            _depths.RemoveRange(at + 1, _depths.Count - at - 1);
        else
        {
            _depths.RemoveAll(other => other > depth && depth >= BulletDepth);
            _depths.Add(depth);
        }

        return _depths.IndexOf(depth);
    }

    /// <summary>Some number their clauses by styling them as headings.</summary>
    private bool IsSentence(int i) => _text[i].Words > 14 || (_text[i].Text.EndsWith('.') && IsTelling(_text[i].Text))
        || (_text[i].Text.EndsWith(':') && IsListAt(i + 1));

    private bool IsHeading(int i, Numbering? number)
    {
        var part = _text[i];
        var words = (number?.Rest ?? part.Text).Trim('*', '_', ' ');
        if (i + 1 == _text.Count || part.Words > MostWordsOfHeading || words is not [.., not ('.' or '!' or ';' or ',')] || part.Text.Contains('\t')
            || IsTelling(words) || WrittenFact.IsAt(part.Text) || !words.Any(char.IsLetter) || (words[^1] == ':' && IsListAt(i + 1)))
            return false;
        if (number is { Depth: > 3 } || IsAmongSteps(i, number))
            return false;

        return part.IsBold || IsCapital(words) || number is not null || RelatedPolicies.IsHeading(words) || IsAlone(i, words);
    }

    private bool IsListAt(int i) => i < _text.Count && (_text[i].Kind == PartKind.Item || Numbering.Of(_text[i].Text) is not null);

    /// <summary>One of several numbered lines right after each other is a step, not a section.</summary>
    private bool IsAmongSteps(int i, Numbering? number) => number is not null && (Numbering.Of(_text[i + 1].Text)?.Depth == number.Depth
        || (i > 0 && _text[i - 1].Kind == PartKind.Paragraph && Numbering.Of(_text[i - 1].Text)?.Depth == number.Depth
            && _done.FindLast(part => part.Kind != PartKind.Noise)?.Kind != PartKind.Heading));

    private static bool IsCapital(string words) => words.Count(char.IsUpper) >= 4 && !words.Any(char.IsLower);

    /// <summary>A few words without an end, over something longer.</summary>
    private bool IsAlone(int i, string words) => char.IsUpper(words.First(char.IsLetterOrDigit) is var first && char.IsDigit(first)
        ? words.First(char.IsLetter) : first)
        && _text[i].Words < FewestWordsOfSentence && !words.EndsWith(')')
        && (_text[i + 1].Kind is PartKind.Item or PartKind.Row || Numbering.Of(_text[i + 1].Text) is not null || _text[i + 1].Words >= FewestWordsOfSentence
            || _text[i + 1].Text.EndsWith('.') || _text[i + 1].Text.EndsWith(':'));

    [GeneratedRegex(@"\b(must|should|shall|will|may|can|cannot|never|not|is|are|was|were|has|have|please|ensure|report)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Telling();
}
