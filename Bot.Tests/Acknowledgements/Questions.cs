using PolicyBot.Acknowledgements;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>Questions for a quiz whose first answer is right, and what a person does with them.</summary>
internal static class Questions
{
    public const int Right = 1;
    public const int WrongOne = 2;

    public static IReadOnlyList<QuizQuestion> For(int rules, int duties, int each) =>
        [.. On("duty", ClauseKind.Duty, duties, each), .. On("rule", ClauseKind.Rule, rules, each)];

    public static QuizStep.Asks Asked(Quiz quiz, QuizState state) => Assert.IsType<QuizStep.Asks>(quiz.Next(state));

    public static QuizState After(Quiz quiz, QuizState state, bool isRight) =>
        quiz.Answer(state, Asked(quiz, state).Question.Id, isRight ? Right : WrongOne).State;

    private static IEnumerable<QuizQuestion> On(string name, ClauseKind kind, int clauses, int each) =>
        from number in Enumerable.Range(1, clauses)
        let clause = new Clause(ClauseId.Parse($"{name}-{number}"), kind, "A clause.")
        from question in Enumerable.Range(1, each)
        select new QuizQuestion($"{clause.Id}-{(char)('a' + question - 1)}", clause, "What now?",
            [new(1, "This.", true), new(2, "That.", false), new(3, "The other.", false)], "Because.");
}
