using PolicyBot.Answers.Learning;
using PolicyBot.Policies;

namespace PolicyBot.Answers.Knowledge;

/// <summary>What a school wrote beside a policy: the kinds of question, examples of each, and what is never allowed.</summary>
internal sealed record KnowledgeBook(
    IReadOnlyList<Topic> Topics, IReadOnlyList<Example> Examples, IReadOnlyList<Barrier> Barriers,
    Clause? SafeguardingClause)
{
    /// <summary>The concepts that a rule or a barrier hangs on.</summary>
    public IEnumerable<int> ConceptsAskedFor =>
        Topics.SelectMany(topic => topic.Rules).SelectMany(rule => rule.Condition.Concepts.Concat(rule.BorneOutBy))
            .Concat(Barriers.SelectMany(barrier => barrier.Condition.Concepts));

    /// <summary>For a policy beside which nothing is written: each clause is quoted as it stands, and permits nothing.</summary>
    public static KnowledgeBook FromText(Policy policy)
    {
        var topics = policy.Clauses.Select(clause => new Topic(clause.Id.Value, clause.Id.Value, new Subject.OfPolicy(), [Quoting(clause)])).ToList();
        var examples = topics.Zip(policy.Clauses, (topic, clause) => new Example(ClauseSearch.TextOf(clause), topic, null, PolicyFile.Name, 1));
        return new KnowledgeBook(topics, [.. examples], [], null);
    }

    private static TopicRule Quoting(Clause clause) => new("otherwise", new Condition([], []), Verdict.Info, [clause], new Wording(
        "This is the nearest clause.", "Nobody has written answers for this policy yet, so I can only show you its words.",
        "Ask your Manager if it is not clear."), null);
}
