using PolicyBot.Policies;

namespace PolicyBot.Answers.Knowledge;

/// <summary>What a school wrote beside a policy: the kinds of question, examples of each, and what is never allowed.</summary>
internal sealed record KnowledgeBook(
    IReadOnlyList<Topic> Topics, IReadOnlyList<Example> Examples, IReadOnlyList<Barrier> Barriers,
    Clause? SafeguardingClause)
{
    public static KnowledgeBook Empty { get; } = new([], [], [], null);
}
