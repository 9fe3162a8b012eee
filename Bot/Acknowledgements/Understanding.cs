using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

/// <summary>What acknowledging a policy asks of a person, as the file beside the policy has it.</summary>
internal sealed record Understanding(Statement Statement, IReadOnlyList<SeparateItem> Also, IReadOnlyList<QuizQuestion> Questions)
{
    /// <param name="clauses">Ids; null for all.</param>
    public Understanding About(IReadOnlyList<string>? clauses) =>
        clauses is null ? this : this with { Questions = [.. from question in Questions where clauses.Contains(question.Clause.Id.Value) select question] };

    public static Understanding DefaultFor(Policy policy) => new(Statement.DefaultFor(policy), [], []);
}
