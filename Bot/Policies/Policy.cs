namespace PolicyBot.Policies;

/// <summary>A policy as adopted: its facts as written, its clauses word for word in the order of the text.</summary>
internal sealed record Policy
{
    public required PolicyId Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Whose policy it is, in the policy's own words.</summary>
    public required string Club { get; init; }

    public WrittenDate? Adopted { get; init; }

    public WrittenDate? ReviewDue { get; init; }

    /// <summary>The last review that left the text as it is; null where there was none since it was written.</summary>
    public ReviewedPolicy? Reviewed { get; init; }

    /// <summary>Who signed, as written: a role or a name, with the body signed for.</summary>
    public string? SignedBy { get; init; }

    /// <summary>Policies this one names. Only their names are known unless they are loaded too.</summary>
    public required IReadOnlyList<string> Related { get; init; }

    public required IReadOnlyList<Clause> Clauses { get; init; }

    /// <summary>The whole of policy.md as it was read, kept for as long as anybody has confirmed it.</summary>
    public required string File { get; init; }

    /// <summary>The text after the front matter, with the marks that name clauses.</summary>
    public required string Markdown { get; init; }

    /// <summary>SHA-256 over the text without marks, in lower-case hexadecimal: what an acknowledgement was of.</summary>
    public required string TextHash { get; init; }

    /// <summary>The folder the policy was read from; what the bot knows about the policy lies beside its text.</summary>
    public required string Folder { get; init; }

    /// <summary>The day of the next review, as the last one said or else as the text does; null where nobody said any.</summary>
    public DateOnly? NextReview => Reviewed?.Next ?? ReviewDue?.Day;

    /// <summary>What is not to be used of what lies beside the text, since the text is another by now.</summary>
    public HeldBack HeldBack { get; init; } = HeldBack.Nothing;

    public Clause? Find(ClauseId id) => Clauses.FirstOrDefault(clause => clause.Id == id);
}

/// <summary>A policy was reviewed, and its text found right.</summary>
/// <param name="By">Who approved it.</param>
internal sealed record ReviewedPolicy(DateOnly On, string By, DateOnly Next);
