using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

/// <summary>What comes next in a quiz.</summary>
internal abstract record QuizStep
{
    private QuizStep()
    {
    }

    /// <param name="Answers">In the order to show them.</param>
    /// <param name="Number">Of this question, from 1.</param>
    /// <param name="Of">How many there are as things stand: a wrong answer may add one.</param>
    internal sealed record Asks(QuizQuestion Question, IReadOnlyList<QuizAnswer> Answers, int Number, int Of) : QuizStep;

    internal sealed record Finished(IReadOnlyList<ClauseResult> Results) : QuizStep;
}

/// <param name="Tries">None where the clause's questions were taken out of the file while somebody was half way.</param>
/// <param name="IsRight">Whether it was answered right in the end.</param>
internal sealed record ClauseResult(ClauseId Clause, int Tries, bool IsRight);
