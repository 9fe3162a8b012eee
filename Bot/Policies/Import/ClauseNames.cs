using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>Gives clauses names of a few telling words of theirs, each name once.</summary>
internal sealed partial class ClauseNames
{
    private const int Usual = 3, Most = 4;

    /// <summary>A word in more than this part of the clauses tells none of them from the others.</summary>
    private const double Common = .2;

    private readonly Dictionary<string, int> _in = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken, _everywhere;
    private readonly int _clauses;

    /// <param name="everywhere">Words that tell nothing in this policy: its title and whose it is.</param>
    public ClauseNames(IReadOnlyList<string> clauses, IEnumerable<string> taken, string everywhere)
    {
        (_clauses, _taken, _everywhere) = (clauses.Count, new HashSet<string>(taken, StringComparer.Ordinal), [.. WordsOf(everywhere)]);
        foreach (var word in clauses.SelectMany(clause => WordsOf(clause).Distinct()))
            _in[word] = _in.GetValueOrDefault(word) + 1;
    }

    /// <param name="given">Names that it has from elsewhere, such as its heading: the first that is free.</param>
    public string For(string clause, params ReadOnlySpan<string?> given)
    {
        foreach (var name in given)
            if (Slug(WordsOf(name ?? "").Take(Usual)) is { Length: > 0 } free && _taken.Add(free))
                return free;

        var words = Telling(clause);
        for (var count = Math.Min(Usual, words.Count); count > 0 && count <= Math.Min(Most, words.Count); count++)
            if (_taken.Add(Slug(words.Take(count))))
                return Slug(words.Take(count));

        return Numbered(words.Count > 0 ? Slug(words.Take(Usual)) : "clause");
    }

    private string Numbered(string name)
    {
        var number = 2;
        while (!_taken.Add($"{name}-{number}"))
            number++;

        return $"{name}-{number}";
    }

    /// <summary>Those that stand in few clauses, in the order of the text; where that leaves too few, all.</summary>
    private List<string> Telling(string clause)
    {
        List<string> all = [.. WordsOf(clause).Distinct()];
        List<string> rare = [.. all.Where(word => !_everywhere.Contains(word)
            && (_clauses < 6 || _in.GetValueOrDefault(word) <= Math.Max(1, Common * _clauses)))];
        return rare.Count >= 2 ? rare : all;
    }

    private static string Slug(IEnumerable<string> words) => string.Join('-', words);

    private static IEnumerable<string> WordsOf(string text) =>
        Word().Matches((Numbering.Of(text)?.Rest ?? text).ToLowerInvariant())
            .Select(match => match.Value.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal))
            .Where(word => word.Length > 1 && word.Length <= 24 && !Empty.Contains(word) && word.Any(char.IsAsciiLetter));

    private static readonly HashSet<string> Empty = [.. """
        a about above after all also although am an and any anyone anything are as at be because been before being below between both but by can cannot
        could did do does doing down due during each eg either else etc ever every everyone for from further had has have having he her here him himself
        his how however i ie if in into is it its itself just make may me member members might more most must my need needs never no nor not of off on
        once one only or other our out over own policy same shall she should so some staff such than that the their them then there these they this those
        through to too under until up upon us use used using very was we were what when where which while who whom whose why will with within without
        would you your ensure always sure following follow expected aware wise mind bear dont doesnt isnt know knows say says said two three give gives
        given take takes taken make makes made tell tells told see please held hold get gets go goes first last possible times time good new want wants
        put puts keep kept way ways way part place where allowed permitted required necessary appropriate including include includes example per
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"[a-z0-9][a-z0-9'’]*")]
    private static partial Regex Word();
}
