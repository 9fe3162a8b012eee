namespace PolicyBot.Policies.Import;

/// <summary>What a policy is called and whose it is, by the lines at its head.</summary>
internal sealed class NameFinder(SourceDocument document, IReadOnlyList<Part> parts)
{
    private static readonly string[] Between = ["\t", " - ", " – ", " — ", " | ", ": "];

    private const string TitleLabels = @"policy\s+(?:title|name)|name\s+of\s+policy|title|policy";
    private const string ClubLabels = @"(?:name\s+of\s+)?(?:our\s+)?(?:club|school|setting|nursery|provider|organisation)(?:\s+name)?";

    private readonly List<Part> _text = [.. parts.Where(part => part.Kind != PartKind.Noise)];

    public (FoundName Title, FoundName Club) Find()
    {
        List<Part> head = [.. _text.Take(HeadLines.CountIn(_text))];
        return (Titles(head), Clubs(head));
    }

    private FoundName Titles(List<Part> head)
    {
        if (head.Select(part => Candidate(part, WrittenFact.ValueOf(TitleLabels, part.Text))).OfType<ImportCandidate>().FirstOrDefault() is { } labelled)
            return FoundName.Certain(labelled);

        var titles = _text.Where(part => part.Kind == PartKind.Title).ToList();
        var named = titles.Concat(head.Where(part => part.Kind is PartKind.Heading or PartKind.Bare)).Where(part => HeadLines.NamesPolicy(part.Text))
            .Select(part => Candidate(part, TitleIn(part.Text))!).DistinctBy(each => each.Words.ToUpperInvariant()).ToList();
        if (named.Find(each => named.TrueForAll(other => other.Words.StartsWith(each.Words, StringComparison.OrdinalIgnoreCase))) is { } common)
            return FoundName.Certain(common);
        if (named.Count > 0)
            return new FoundName(named, IsCertain: titles.Exists(part => HeadLines.NamesPolicy(part.Text)));

        var styled = titles.Concat(head.Where(part => part is { Kind: PartKind.Heading, Level: 1 })).FirstOrDefault(part => !ClubName.Is(part.Text));
        return styled is not null ? FoundName.Certain(Candidate(styled, TitleIn(styled.Text))!)
            : new FoundName([.. head.Concat(_text)
                .Where(part => part.Words <= 8 && !ClubName.Is(part.Text) && !WrittenFact.IsAt(part.Text) && !part.Text.EndsWith('.')).Distinct().Take(3)
                .Select(part => Candidate(part, part.Text)!)], IsCertain: false);
    }

    private FoundName Clubs(List<Part> head)
    {
        if (head.Select(part => Candidate(part, WrittenFact.ValueOf(ClubLabels, part.Text))).OfType<ImportCandidate>().FirstOrDefault() is { } labelled)
            return FoundName.Certain(labelled);

        var lines = head.Concat(parts.Where(part => part.Kind == PartKind.Noise))
            .SelectMany(part => Pieces(part.Text).Where(ClubName.Is)
                .Concat(part.Kind is PartKind.Paragraph or PartKind.Row ? [] : ClubName.In(part.Text)), Candidate).OfType<ImportCandidate>().ToList();
        var found = Distinct(lines);
        if (found.Count == 0)
            found = Distinct([.. _text.SelectMany(part => ClubName.In(part.Text), Candidate).OfType<ImportCandidate>()]);

        return new FoundName(found, IsCertain: found.Count == 1);
    }

    private static IReadOnlyList<ImportCandidate> Distinct(List<ImportCandidate> found) =>
        [.. ClubName.Distinct(found.Select(each => each.Words))
            .Select(name => found.First(each => each.Words.Contains(name, StringComparison.Ordinal)) with { Words = name })];

    private static string TitleIn(string line) => Pieces(line) is { Length: > 1 } pieces && pieces.Count(HeadLines.NamesPolicy) == 1
        ? pieces.First(HeadLines.NamesPolicy) : line;

    private static string[] Pieces(string line) => line.Trim('*', '_', ' ').Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private ImportCandidate? Candidate(Part part, string? words) =>
        words is null ? null : new ImportCandidate(words.Trim().Trim('*', '_', ':', ' '), part.Place == 0 ? "head or foot of the page"
            : document.PlaceOf(part));
}

/// <summary>What a name could be, the likeliest first.</summary>
internal sealed record FoundName(IReadOnlyList<ImportCandidate> Candidates, bool IsCertain)
{
    public static FoundName Certain(ImportCandidate name) => new([name], IsCertain: true);
}
