using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

/// <summary>acknowledge.yaml beside a policy, which a person edits: the statement, the separate items and the questions.</summary>
internal sealed class AcknowledgementFile
{
    public const string Name = "acknowledge.yaml";

    private readonly Policy _policy;
    private readonly FileIds _ids = new();

    private AcknowledgementFile(Policy policy) => _policy = policy;

    /// <returns>What is asked; with mistakes it is not to be used. Without a file, the default statement alone.</returns>
    public static Understanding Read(Policy policy, ICollection<Mistake> mistakes)
    {
        var path = Path.Combine(policy.Folder, Name);
        if (!File.Exists(path))
            return Understanding.DefaultFor(policy);

        var before = mistakes.Count;
        var file = AuthoredFile.Read(path, mistakes);
        if (mistakes.Count == before && !file.Entries().Any())
            file.Complain("this file says nothing. Write statement:, also: or questions:, or take the file away.");

        return new AcknowledgementFile(policy).Read(file.Knowing("statement", "also", "questions"));
    }

    private Understanding Read(AuthoredEntry file) => new(
        file.Find("statement") is { } statement
            ? ReadStatement(statement, new Placeholders(("title", _policy.Title), ("adopted", _policy.Adopted?.AsWritten)))
            : Statement.DefaultFor(_policy),
        [.. ListIn(file, "also").Where(IsToBeUsed).Select(ReadItem).OfType<SeparateItem>()],
        ReadQuestions(file));

    private Statement ReadStatement(AuthoredEntry entry, Placeholders placeholders)
    {
        entry.Knowing("id", "text");
        var (id, text) = (_ids.Read(entry), entry.Required("text"));
        return new Statement(id, text.Length > 0 ? placeholders.Fill(entry.Find("text")!) : "");
    }

    private SeparateItem? ReadItem(AuthoredEntry entry)
    {
        entry.Knowing("title", "clause");
        var (title, clause) = (entry.Required("title"), OneClause(entry, _policy));
        if (clause?.Text.Contains(title, StringComparison.OrdinalIgnoreCase) == false)
            entry.Find("title")!.Complain($"the clause '{clause.Id}' does not name '{title}'. "
                + "Write the title as the clause has it.");

        return clause is null ? null : new SeparateItem(title, clause);
    }

    private List<QuizQuestion> ReadQuestions(AuthoredEntry file)
    {
        var reader = new QuestionReader(_policy, _ids);
        List<QuizQuestion> questions = [.. ListIn(file, "questions").Where(IsToBeUsed).Select(reader.Read).OfType<QuizQuestion>()];
        if (file.Find("questions") is { } list)
            foreach (var rule in _policy.Clauses.Where(clause => clause.Kind == ClauseKind.Rule && !_policy.HeldBack.Holds(clause.Id) && !_policy.HeldBack.IsNew(clause.Id)))
                if (questions.Count(question => question.Clause == rule) is var count and < 2)
                    list.Complain($"the rule '{rule.Id}' has {count} of the 2 questions it needs. "
                        + "A wrong answer is tried again with another.");

        return questions;
    }

    private static List<AuthoredEntry> ListIn(AuthoredEntry file, string key)
    {
        List<AuthoredEntry> items = [.. file.Items(key)];
        if (items.Count == 0)
            file.Find(key)?.Complain($"'{key}' is no list. Begin each of its entries with a hyphen, or take '{key}' out.");

        return items;
    }

    private bool IsToBeUsed(AuthoredEntry entry) => !_policy.HeldBack.Holds(entry);

    internal static Clause? OneClause(AuthoredEntry entry, Policy policy) =>
        entry.Required("clause").Length > 0 && ClauseList.Read(entry, "clause", policy) is [var clause] ? clause : null;
}
