using System.Text;

namespace PolicyBot.Tests.Policies.Import;

/// <summary>A document put together by chance from what policies are made of; the same seed makes the same one.</summary>
internal sealed class RandomDocument
{
    private static readonly string[] Words = """
        staff children parents manager club phone door must should never may report keep lock sign register bag fire drill snack water medicine allergy
        team week session notebook poster ring visitor badge rota always quietly outside inside before after while with without and or for of the a an
        child’s “yes” 10.30am £5 e-safety half-term (DSL) A&E – co-ordinator’s 9-11 IT *not* over/under 07700 900123
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private int _section;

    public RandomDocument(int seed, bool isMarkdown)
    {
        (_random, IsMarkdown) = (new Random(seed), isMarkdown);
        Line(isMarkdown ? "# Rota and Keys Policy" : "Rota and Keys Policy");
        Line("Larkfield Kids Club");
        Line($"Adopted: {_random.Next(1, 28)} March 2025{(isMarkdown ? "  " : "")}\nReview due: March 2027");
        for (var part = _random.Next(4, 14); part > 0; part--)
            Add(_random.Next(9));
    }

    public bool IsMarkdown { get; }

    public string Text => _text.ToString();

    private void Add(int kind)
    {
        switch (kind)
        {
            case 0:
                Line(IsMarkdown ? $"## {Capital(Some(1, 4))}" : Some(1, 4).ToUpperInvariant());
                break;
            case 1 or 2:
                Line(Wrapped(Sentences(_random.Next(1, 4)), ""));
                break;
            case 3:
                Line($"{Capital(Some(2, 5))}:\n{(IsMarkdown ? "\n" : "")}{Bullets("")}");
                break;
            case 4:
                Line(Bullets(""));
                break;
            case 5:
                Line(string.Join("\n\n", Enumerable.Range(1, _random.Next(1, 4)).Select(clause => Wrapped($"{_section + 1}.{clause} {Sentences(1)}", ""))));
                _section++;
                break;
            case 6:
                Line($"{Capital(Some(3, 5))}:\n{string.Join('\n', Enumerable.Range(0, _random.Next(2, 4)).Select(i => $"{(char)('a' + i)}) {Some(3, 9)};"))}");
                break;
            case 7:
                Line(Table());
                break;
            default:
                Line($"**{Capital(Some(1, 3))}**");
                break;
        }
    }

    private string Bullets(string indent)
    {
        var lines = new List<string>();
        for (var item = _random.Next(1, 4); item > 0; item--)
        {
            lines.Add(Wrapped($"{indent}- {Some(2, 14)}{(_random.Next(2) == 0 ? "." : "")}", indent + "  "));
            if (indent.Length == 0 && _random.Next(4) == 0)
                lines.Add(Bullets("    "));
        }

        return string.Join('\n', lines);
    }

    private string Table()
    {
        var rows = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => $"| {Some(1, 4)} | {Some(3, 8)} |");
        return IsMarkdown ? $"| Who | What |\n|---|---|\n{string.Join('\n', rows)}" : string.Join('\n', rows).Replace("| ", "", StringComparison.Ordinal).Replace(" |", "", StringComparison.Ordinal).Replace("\n", ".\n", StringComparison.Ordinal);
    }

    private string Sentences(int count) => string.Join(' ', Enumerable.Range(0, count)
        .Select(_ => Capital(Some(4, 22)) + (_random.Next(5) == 0 ? "!" : ".")));

    private string Some(int least, int most) => string.Join(' ', Enumerable.Range(0, _random.Next(least, most + 1))
        .Select(_ => Words[_random.Next(Words.Length)]));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Wrapped(string text, string indent)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split(' '))
            if (line.Length + 1 + word.Length <= 72)
                line = line.Length == 0 ? word : $"{line} {word}";
            else
            {
                lines.Add(line);
                line = indent + word;
            }

        return string.Join('\n', [.. lines, line]);
    }

    private void Line(string text) => _text.Append(text).Append("\n\n");
}
