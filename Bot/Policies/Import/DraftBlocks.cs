using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>Makes blocks of the parts of a document: what is a clause, what hangs on what, what stands together.</summary>
internal sealed partial class DraftBlocks
{
    private const int MostWordsOfPlainItem = 8, MostWordsOfFact = 30;

    private readonly List<DraftBlock> _blocks = [];
    private readonly List<Part> _parts;
    private readonly int _topLevel;
    private string? _heading, _lead;
    private bool _isMerged;

    private DraftBlocks(IReadOnlyList<Part> parts)
    {
        _parts = [.. parts];
        _topLevel = parts.Where(part => part is { Kind: PartKind.Heading, Level: > 0 }).Select(part => part.Level).DefaultIfEmpty(1).Min();
        for (var i = 0; i < _parts.Count; i++)
            Take(i);
    }

    public static IReadOnlyList<DraftBlock> Of(IReadOnlyList<Part> parts) => NamedByHeadings(new DraftBlocks(parts)._blocks);

    private void Take(int i)
    {
        var part = _parts[i];
        if (part.Kind != PartKind.Item && part.Kind != PartKind.Noise)
            _lead = null;

        switch (part.Kind)
        {
            case PartKind.Noise:
                _blocks.Add(new DraftBlock("", part.Text) { IsNoise = true });
                break;
            case PartKind.Title:
                _blocks.Add(new DraftBlock("# ", part.Text));
                break;
            case PartKind.Heading:
                _heading = part.Text;
                _blocks.Add(new DraftBlock(LevelOf(part) <= 1 ? "## " : "### ", part.Text));
                break;
            case PartKind.Item:
                AddItem(part);
                break;
            case PartKind.Row or PartKind.Paragraph when IsFact(part):
                AddFact(part);
                break;
            case PartKind.Paragraph when part.Text.EndsWith(':') && ListAfter(i) is { Count: > 0 } list:
                AddLead(part, list);
                break;
            default:
                _blocks.Add(new DraftBlock("", part.Text) { IsSaying = IsSaying(i), Heading = _heading, Name = NameOf(part) });
                break;
        }
    }

    /// <summary>What every policy says somewhere has the same name in each.</summary>
    private static string? NameOf(Part part) => RelatedPolicies.AreIn(part.Text) ? "related policies"
        : Mentions.In([part]).Any(mention => mention.Kind == "due") ? "review" : null;

    private int LevelOf(Part part) => part.Level > 0 ? part.Level - _topLevel + 1 : Numbering.Of(part.Text)?.Depth ?? 1;

    private bool IsSaying(int i)
    {
        var part = _parts[i];
        return part.Kind != PartKind.Bare && part.Text.Any(char.IsLetter) && !ClubName.Is(part.Text) && !(part.Kind == PartKind.Row && IsHeadOfTable(i));
    }

    private bool IsHeadOfTable(int i)
    {
        var (row, table) = (_parts[i], _parts.Where(other => other.Kind == PartKind.Row && other.Table == _parts[i].Table).ToList());
        return table.Count > 1 && table[0] == row
            && (row.IsHeader || (row.Cells.All(cell => cell.Split(' ').Length <= 4 && !cell.EndsWith('.')) && !Structure.IsTelling(row.Text)
                && table.Skip(1).Any(other => other.Words > row.Words)));
    }

    private List<Part> ListAfter(int i) => [.. _parts.Skip(i + 1).Where(part => part.Kind != PartKind.Noise).TakeWhile(part => part.Kind == PartKind.Item)];

    /// <summary>"Platforms such as:" with a few words each is one clause; "staff must not:" is said of each.</summary>
    private void AddLead(Part part, List<Part> list)
    {
        _isMerged = !Binding().IsMatch(part.Text) || Listing().IsMatch(part.Text);
        _isMerged &= list.TrueForAll(item => item is { Level: 0, Words: <= MostWordsOfPlainItem } && !item.Text.EndsWith('.')
            && !Structure.IsTelling(item.Text));
        _lead = part.Text;
        _blocks.Add(new DraftBlock("", part.Text)
        {
            IsSaying = _isMerged,
            Heading = _heading,
            List = _isMerged ? string.Join('\n', list.Select(item => DraftBlock.Bullet + item.Text)) : null,
        });
    }

    private void AddItem(Part part)
    {
        var last = _blocks.FindLastIndex(block => !block.IsNoise);
        if (part.Level > 0 && last >= 0 && _blocks[last].IsItem)
        {
            var bullet = Numbering.Of(part.Text) is null ? DraftBlock.Bullet : "";
            _blocks[last] = _blocks[last] with { Text = $"{_blocks[last].Text}\n{new string(' ', 2 * part.Level)}{bullet}{part.Text}" };
            return;
        }

        var isListed = _lead is not null;
        _blocks.Add(new DraftBlock(DraftBlock.Bullet, part.Text) { IsSaying = !(isListed && _isMerged), LeadIn = _lead, Heading = _heading });
    }

    /// <summary>Facts that stand together are one clause, a line for each.</summary>
    private void AddFact(Part part)
    {
        var name = WrittenFact.LabelsIn(part.Text) is { Count: > 0 } labels ? labels.MinBy(label => label.Kind == "due" ? 0 : 1).Kind : null;
        name = name switch { "due" or "last" => "review", "adopted" => "adopted", "signed" => "signed", _ => "details" };
        var last = _blocks.FindLastIndex(block => !block.IsNoise);
        if (last >= 0 && _blocks[last] is { IsFacts: true, Name: { } before })
            _blocks[last] = _blocks[last] with { Text = $"{_blocks[last].Text}\n{part.Text}", Name = before == "review" || name == "details" ? before : before == "details" || name == "review" ? name : before };
        else
            _blocks.Add(new DraftBlock("", part.Text) { IsSaying = true, IsFacts = true, Name = name });
    }

    private static bool IsFact(Part part) => WrittenFact.IsAt(part.Kind == PartKind.Row ? part.Cells[0] : part.Text) && part.Words <= MostWordsOfFact
        && (WrittenFact.LabelsIn(part.Text).Count > 0 || !Structure.IsTelling(part.Text));

    /// <summary>The only clause under a heading is best called by it.</summary>
    private static List<DraftBlock> NamedByHeadings(List<DraftBlock> blocks)
    {
        var alone = blocks.Where(block => block is { IsSaying: true, Name: null, Heading: not null }).GroupBy(block => block.Heading)
            .Where(same => same.Count() == 1).Select(same => same.Single()).ToList();
        return [.. blocks.Select(block => alone.Exists(other => ReferenceEquals(other, block)) ? block with { Name = block.Heading } : block)];
    }

    [GeneratedRegex(@"\b(must|should|shall|will|may|needs?|expected|required|never|can|cannot|ensure|steps?|wise|mind|aware|responsib\w+|duty|duties|if|when|do\s+not)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Binding();

    [GeneratedRegex(@"\b(such\s+as|for\s+example|e\.?g\.?|includ(?:e|es|ed|ing))\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Listing();
}
