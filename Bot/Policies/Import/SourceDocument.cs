namespace PolicyBot.Policies.Import;

/// <summary>A document as it was read, in the order of its text.</summary>
/// <param name="Unit">What its places count: lines, or paragraphs.</param>
/// <param name="Notes">What was not read as it stands, in sentences.</param>
internal sealed record SourceDocument(IReadOnlyList<Part> Parts, string Unit, IReadOnlyList<string> Notes)
{
    public string PlaceOf(Part part) => $"{Unit} {part.Place}";
}
