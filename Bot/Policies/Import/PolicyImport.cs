using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>From a document to a policy with its clauses marked. Pure: it writes nothing and asks nobody.</summary>
internal static partial class PolicyImport
{
    private const int LongestText = 400_000, LongestPart = 20_000;

    /// <param name="pasted">The text of a policy, as somebody copied it out of a document.</param>
    public static ImportResult Read(string pasted, ImportAnswers answers, Policy? before = null, PolicyId? id = null)
    {
        try
        {
            return Read(PlainDocument.Read(pasted, isMarkdown: false), answers, before, id);
        }
        catch (UnreadableDocumentException unreadable)
        {
            return new ImportResult.Refused(unreadable.Message);
        }
    }

    /// <param name="before">The policy as it is now, where this is another text of it: what still stands keeps its name.</param>
    /// <param name="id">Null for that of the policy before, or one made of the title.</param>
    public static ImportResult Read(SourceDocument document, ImportAnswers answers, Policy? before = null, PolicyId? id = null)
    {
        if (Fault(document) is { } fault)
            return new ImportResult.Refused(fault);

        var parts = Structure.Of(document.Parts);
        var blocks = DraftBlocks.Of(parts);
        var facts = new FactFinder(document, parts, answers).Find(DraftText.Original([.. blocks.Where(block => !block.IsNoise)])).With(before);
        if (facts.Open.Count > 0)
            return new ImportResult.Asks(facts.Open, [.. document.Notes, .. facts.Notes]);
        if ((id ?? before?.Id ?? IdOf(facts.Title)) is not { } named)
            return new ImportResult.Refused("The title has no letters to make an id of. Give one, such as --id mobile-phones.");

        var file = DraftText.Facts(named, facts) + Body(blocks, before, $"{facts.Title} {facts.Club}");
        return PolicyFile.Parse(file) is { } policy
            ? new ImportResult.Drafted(file, DraftText.Original(blocks), policy, [.. document.Notes, .. facts.Notes, .. Left(parts)])
            : new ImportResult.Refused("The document has no text that a clause could be made of. Bring the policy itself.");
    }

    /// <summary>"Mobile Phone Policy and Procedure" is "mobile-phone".</summary>
    public static PolicyId? IdOf(string title)
    {
        var words = Word().Matches(NoName().Replace(title.ToLowerInvariant(), " ")).Select(match => match.Value.Replace("'", "", StringComparison.Ordinal))
            .Take(6).ToList();
        if (words.Count == 0)
            words = [.. Word().Matches(title.ToLowerInvariant()).Select(match => match.Value.Replace("'", "", StringComparison.Ordinal)).Take(6)];

        return PolicyId.TryParse(string.Join('-', words), out var id) ? id : null;
    }

    private static string? Fault(SourceDocument document) =>
        !document.Parts.Any(part => part.Kind != PartKind.Noise && part.Text.Any(char.IsLetter))
            ? "There is no text in the document. If it is a scan, type or copy its text first."
        : document.Parts.Sum(part => part.Text.Length) > LongestText
            ? "The document is longer than a policy can be. Bring each policy of a handbook as a document of its own."
        : document.Parts.FirstOrDefault(part => part.Text.Length > LongestPart) is { } part
            ? $"What stands at {document.PlaceOf(part)} is too long for one paragraph. Break it into paragraphs."
        : null;

    private static string Body(IReadOnlyList<DraftBlock> blocks, Policy? before, string everywhere)
    {
        var beforeLines = LinesOf(before);
        var pieces = Matching.Match([.. blocks.Where(block => block.IsSaying).SelectMany(block => Pieces.Of(block, before))], before)
            .Where(piece => piece.Before is not null || !piece.Text.Split('\n').All(beforeLines.Contains)).ToList();
        var names = new ClauseNames([.. pieces.Select(piece => piece.Text)], before is null ? []
            : [.. before.Clauses.Select(clause => clause.Id.Value), .. before.HeldBack.Clauses.Select(held => held.Id)], everywhere);
        return DraftText.Body(blocks, pieces.ToLookup<DraftPiece, DraftBlock, (int, Clause)>(piece => piece.Block, piece => (piece.End, Clause(piece, names, before?.HeldBack ?? HeldBack.Nothing)), ReferenceEqualityComparer.Instance));
    }

    /// <summary>What stood in the text before and was no clause there is none now: somebody has taken its mark out.</summary>
    private static HashSet<string> LinesOf(Policy? before) =>
        before is null ? [] : [.. new MarkedText(before.Markdown).Plain.Split('\n').Select(line => line.Trim())];

    /// <summary>Somebody may have mended a kind by hand; where the words bind as they did before, it stays.</summary>
    private static Clause Clause(DraftPiece piece, ClauseNames names, HeldBack held)
    {
        var kind = ClauseKinds.Of(piece.Text, piece.Block.IsItem ? piece.Block.LeadIn : null, piece.Block.Heading);
        if (piece.Before is null && held.Clauses.FirstOrDefault(each => each.Why is HeldWhy.Gone
            && each.Before == ClauseGist.DigestOf(piece.Clause("x", kind))) is { } back)
            return piece.Clause(back.Id, kind);

        var name = piece.End == piece.Block.Text.Length ? piece.Block.Name : null;
        if (piece.Before is not { } before)
            return piece.Block.IsFacts ? piece.Clause(names.For(piece.Text, name, "adopted", "signed", "details"), ClauseKind.Fact)
                : piece.Clause(names.For(piece.Text, name), kind);

        return piece.Clause(before.Id.Value, ClauseKinds.Of(before.Text, before.LeadIn, piece.Block.Heading) == kind ? before.Kind : kind);
    }

    private static IEnumerable<string> Left(IReadOnlyList<Part> parts)
    {
        var lines = parts.Where(part => part.Kind == PartKind.Noise).GroupBy(part => Digits().Replace(part.Text, "0")).ToList();
        return lines.Count == 0 ? [] :
            [$"Left out of policy.md as lines of the pages: {string.Join("; ", lines.Select(same => $"“{same.First().Text}”{(same.Count() > 1 ? $" ({same.Count()} times)" : "")}"))}."];
    }

    [GeneratedRegex(@"[a-z0-9']+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(?:policy|policies|procedures?|statement|and|the|of|for|on|our|a|an|club|school)\b|['’]s\b")]
    private static partial Regex NoName();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
