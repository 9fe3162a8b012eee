using PolicyBot.Policies;

namespace PolicyBot.Reviews;

/// <summary>What a review of a policy needs to know: counts, never who asked or what was said.</summary>
internal sealed record ReviewPack(Policy Policy, DateOnly AsAt)
{
    /// <summary>Every clause, and since when its words are what they are; null where that is not known.</summary>
    public IReadOnlyList<ClauseAge> Ages { get; init; } = [];

    /// <summary>What no policy answered, by kind.</summary>
    public IReadOnlyList<Counted> Unanswered { get; init; } = [];

    /// <summary>Clauses that answers rested on.</summary>
    public IReadOnlyList<Counted> MostAsked { get; init; } = [];

    /// <summary>Clauses that people did not get right at once, in the questions of the acknowledgement.</summary>
    public IReadOnlyList<Misunderstood> MostWrong { get; init; } = [];

    /// <summary>Situations that ended with the manager, because the policy does not settle them.</summary>
    public IReadOnlyList<Counted> EndedWithManager { get; init; } = [];

    /// <summary>How many have confirmed the text, of how many; null where nobody is on the roster.</summary>
    public Confirmations? Confirmed { get; init; }

    /// <summary>Policies it names, and whether the bot has them.</summary>
    public IReadOnlyList<RelatedPolicy> Related { get; init; } = [];

    /// <summary>Where counting began.</summary>
    public DateOnly Since { get; init; }
}

internal sealed record ClauseAge(Clause Clause, string? Since);

internal sealed record Counted(string What, int Times);

/// <param name="NotAtOnce">Of those asked about it, how many did not get it right the first time.</param>
internal sealed record Misunderstood(Clause Clause, int Asked, int NotAtOnce);

internal sealed record Confirmations(int People, int Confirmed, int WantToTalk, int NotReachable);

internal sealed record RelatedPolicy(string Title, bool IsLoaded);
