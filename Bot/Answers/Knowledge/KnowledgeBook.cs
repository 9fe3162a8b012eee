using PolicyBot.Policies;

namespace PolicyBot.Answers.Knowledge;

/// <summary>What a school wrote beside a policy: the kinds of question, examples of each, and what is never allowed.</summary>
internal sealed record KnowledgeBook(
    IReadOnlyList<Topic> Topics, IReadOnlyList<Example> Examples, IReadOnlyList<Barrier> Barriers,
    Clause? SafeguardingClause)
{
    /// <summary>The concepts that a rule or a barrier hangs on.</summary>
    public IEnumerable<int> ConceptsAskedFor =>
        Topics.SelectMany(topic => topic.Rules).SelectMany(rule => rule.Condition.Concepts)
            .Concat(Barriers.SelectMany(barrier => barrier.Condition.Concepts));
}
