namespace PolicyBot.Policies.Import;

/// <summary>The facts of a policy as far as its document and the answers given settle them.</summary>
internal sealed record ImportFacts
{
    public string Title { get; init; } = "";

    public string Club { get; init; } = "";

    public WrittenDate? Adopted { get; init; }

    public WrittenDate? ReviewDue { get; init; }

    public string? SignedBy { get; init; }

    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Dates of review that the text names too, and that a person or a more exact one has overruled.</summary>
    public IReadOnlyList<string> Overruled { get; init; } = [];

    /// <summary>What still has to be asked; the facts are not to be used while there is anything.</summary>
    public IReadOnlyList<ImportQuestion> Open { get; init; } = [];

    /// <summary>What was assumed, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where the document leaves open what the policy is called or whose it is, the text before says it.</summary>
    public ImportFacts With(Policy? before)
    {
        if (before is null || Open.All(question => question.Key is not (ImportAnswers.Title or ImportAnswers.Club)))
            return this;

        var (title, club) = (Title.Length > 0 ? Title : before.Title, Club.Length > 0 ? Club : before.Club);
        return this with
        {
            Title = title,
            Club = club,
            Open = [.. Open.Where(question => question.Key is not (ImportAnswers.Title or ImportAnswers.Club))],
            Notes = [.. Notes, $"The document leaves it open, so it stays {title} of {club}."],
        };
    }
}
