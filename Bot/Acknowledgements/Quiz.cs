using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

/// <summary>
/// Asks about one clause after another. A wrong answer is tried again once, at the end, with another question on the
/// same clause; then the quiz moves on, since it is there to explain and not to keep anybody out.
/// </summary>
internal sealed class Quiz(IReadOnlyList<QuizQuestion> questions)
{
    public const int UsualCount = 5;

    /// <param name="seed">Of the person and the policy's version: nobody gets another quiz by starting again.</param>
    /// <param name="count">How many clauses are asked about, at most; rules before duties before the rest.</param>
    public QuizState Begin(string seed, int count = UsualCount) => QuizState.Begun(seed, shuffle => questions
        .Select(question => question.Clause).DistinctBy(clause => clause.Id)
        .OrderBy(clause => Rank(clause.Kind)).ThenBy(clause => shuffle.Place($"chosen {clause.Id}")).Take(count)
        .OrderBy(clause => shuffle.Place($"asked {clause.Id}")).Select(clause => clause.Id.Value));

    public QuizStep Next(QuizState state)
    {
        if (Ahead(state) is not [var question, ..] ahead)
            return new QuizStep.Finished([.. state.Clauses.Select(clause =>
                new ClauseResult(ClauseId.Parse(clause), state.Tries(clause), state.IsRight(clause)))]);

        var (shuffle, done) = (new Shuffle(state.Seed), state.Answered.Count);
        return new QuizStep.Asks(question, [.. question.Answers.OrderBy(answer => shuffle.Place($"{question.Id} {answer.Number}"))],
            done + 1, done + ahead.Count);
    }

    /// <param name="answer">The number of the answer.</param>
    public Marking Answer(QuizState state, string question, int answer)
    {
        if (Ahead(state) is not [var asked, ..] || asked.Id != question
            || asked.Answers.FirstOrDefault(each => each.Number == answer) is not { } given)
            return new Marking.NotOpen(state);

        var after = state.With(new Answered(asked.Id, asked.Clause.Id.Value, given.IsRight));
        return given.IsRight
            ? new Marking.Right(asked, after)
            : new Marking.Wrong(asked, Ahead(after).Any(later => later.Clause.Id == asked.Clause.Id), after);
    }

    /// <summary>Each clause that was not asked about yet, then each that was answered wrong once and can be tried again.</summary>
    private List<QuizQuestion> Ahead(QuizState state)
    {
        var untried = state.Clauses.Where(clause => state.Tries(clause) == 0);
        var wrongOnce = state.Answered.Where(each => !each.IsRight && state.Tries(each.Clause) == 1).Select(each => each.Clause);
        return [.. untried.Concat(wrongOnce).Select(clause => Another(clause, state)).OfType<QuizQuestion>()];
    }

    private QuizQuestion? Another(string clause, QuizState state)
    {
        var shuffle = new Shuffle(state.Seed);
        return questions.Where(question => question.Clause.Id.Value == clause && !state.WasAsked(question.Id))
            .MinBy(question => shuffle.Place(question.Id));
    }

    private static int Rank(ClauseKind kind) => kind switch
    {
        ClauseKind.Rule => 0,
        ClauseKind.Duty => 1,
        _ => 2,
    };
}
