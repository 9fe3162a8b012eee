namespace PolicyBot.Policies.Import;

/// <summary>A block of policy.md on its way: a heading, paragraph, list item, or a line of a page.</summary>
/// <param name="Sign">What stands before it in policy.md: the signs of a heading, or the bullet.</param>
/// <param name="Text">May hold several lines: those of a nested list, or of facts that stand together.</param>
internal sealed record DraftBlock(string Sign, string Text)
{
    public const string Bullet = "- ";

    /// <summary>Whether it is, or holds, clauses.</summary>
    public bool IsSaying { get; init; }

    public bool IsNoise { get; init; }

    public string? LeadIn { get; init; }

    public string? Heading { get; init; }

    /// <summary>A name that suits it better than its own words.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is made of lines that give facts of the policy.</summary>
    public bool IsFacts { get; init; }

    /// <summary>The items of a list that belongs to it.</summary>
    public string? List { get; init; }

    public bool IsItem => Sign == Bullet;

    /// <summary>What a mark at its end closes.</summary>
    public string Whole => List is null ? Text : $"{Text}\n\n{List}";
}
