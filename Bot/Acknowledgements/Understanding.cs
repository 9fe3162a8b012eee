using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

/// <summary>What acknowledging a policy asks of a person, as the file beside the policy has it.</summary>
internal sealed record Understanding(Statement Statement, IReadOnlyList<SeparateItem> Also, IReadOnlyList<QuizQuestion> Questions)
{
    public static Understanding DefaultFor(Policy policy) => new(Statement.DefaultFor(policy), [], []);
}
