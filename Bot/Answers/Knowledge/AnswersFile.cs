using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers.Knowledge;

/// <summary>answers.yaml: the topics with their rules and wording, and what is never allowed whatever else is said.</summary>
internal sealed class AnswersFile(Policy? policy, Lexicon lexicon)
{
    public IReadOnlyList<Topic> Topics(AuthoredEntry file) =>
        [.. file.Knowing("topics", "forbidden", "safeguarding clause").Find("topics")?.Entries().Select(pair => ReadTopic(pair.Key, pair.Entry)) ?? []];

    /// <summary>The clause that names where safeguarding is settled.</summary>
    public Clause? SafeguardingClause(AuthoredEntry file) => First(file, "safeguarding clause");

    public IReadOnlyList<Barrier> Barriers(AuthoredEntry file, IReadOnlyList<Topic> topics) =>
        [.. file.Items("forbidden").Select(entry => ReadBarrier(entry, topics)).OfType<Barrier>()];

    private Topic ReadTopic(string name, AuthoredEntry entry)
    {
        entry.Knowing("clauses", "about", "outcome", "settled by", "nearest", "help", "rules", "because");
        var clauses = Clauses(entry, "clauses");
        var rules = entry.Find("rules")?.Entries().Select(pair => ReadRule(pair.Key, pair.Entry, clauses)).ToList() ?? [];
        var subject = ReadSubject(entry);
        if (subject is Subject.OfPolicy && rules.Count == 0)
            entry.Complain($"'{name}' has no rules, so nothing decides its answer. Write: rules: otherwise: …");

        if (rules.Count == 0)
            rules.Add(Silent(entry, clauses));

        if (policy?.HeldBack.Holds(entry) == true)
            rules = [.. rules.Select(rule => rule with { IsHeldBack = true })];

        return new Topic(name, entry.Optional("about") ?? name.Replace('-', ' '), subject, rules);
    }

    private Subject ReadSubject(AuthoredEntry entry) => (entry.Optional("help"), entry.Optional("outcome")) switch
    {
        ({ } help, _) => new Subject.OfBot(Choose<HelpTopic>(entry, "help", help)),
        (_, "not_covered") => new Subject.OfAnother(entry.Optional("settled by"), First(entry, "nearest")),
        (_, "unknown") => new Subject.Unknown(),
        (_, null) => new Subject.OfPolicy(),
        (_, var other) => Refuse(entry, other),
    };

    private static Subject.OfPolicy Refuse(AuthoredEntry entry, string outcome)
    {
        entry.Complain($"the outcome '{outcome}' is not known. Write not_covered, or leave it out and write rules.");
        return new Subject.OfPolicy();
    }

    private static TopicRule Silent(AuthoredEntry entry, IReadOnlyList<Clause> clauses) =>
        new("otherwise", new Condition([], []), Verdict.None, clauses, new Wording("", entry.Optional("because") ?? "", null), null);

    private TopicRule ReadRule(string name, AuthoredEntry entry, IReadOnlyList<Clause> topicClauses)
    {
        entry.Knowing("when", "unless", "verdict", "clauses", "headline", "because", "next", "ask", "choices");
        var own = Clauses(entry, "clauses");
        var verdict = Choose<Verdict>(entry, "verdict", entry.Required("verdict"));
        var followUp = ReadFollowUp(entry);
        if (followUp is null && verdict is Verdict.OnlyIf)
            entry.Complain("'only_if' hangs on something: ask for it. Write: ask: … and choices: …");

        return new TopicRule(name, Condition.From(entry, lexicon), verdict, own.Count > 0 ? own : topicClauses,
            new Wording(entry.Required("headline"), entry.Required("because"), entry.Optional("next")), followUp);
    }

    private static FollowUp? ReadFollowUp(AuthoredEntry entry)
    {
        if (entry.Optional("ask") is not { } question)
            return null;

        var choices = entry.Items("choices").Select(choice => new Choice(choice.Required("label"), choice.Required("says"))).ToList();
        if (choices.Count == 0)
            entry.Complain("a question needs the answers to choose from. Write: choices: with a label and says for each.");

        return new FollowUp(question, choices);
    }

    private Barrier? ReadBarrier(AuthoredEntry entry, IReadOnlyList<Topic> topics)
    {
        var name = entry.Knowing("when", "unless", "leads to").Required("leads to");
        if (topics.FirstOrDefault(topic => topic.Name == name) is { } topic)
            return new Barrier(Condition.From(entry, lexicon), topic);

        entry.Complain($"there is no topic '{name}' to lead to.");
        return null;
    }

    private Clause? First(AuthoredEntry entry, string key) => Clauses(entry, key) is [var first, ..] ? first : null;

    private IReadOnlyList<Clause> Clauses(AuthoredEntry entry, string key) => ClauseList.Read(entry, key, policy);

    private static T Choose<T>(AuthoredEntry entry, string key, string value) where T : struct, Enum
    {
        if (Enum.TryParse<T>(value.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), true, out var found))
            return found;

        if (value.Length > 0)
            entry.Complain($"'{value}' is no {key}. Choose one of: {string.Join(", ", Enum.GetNames<T>())}.");

        return default;
    }
}
