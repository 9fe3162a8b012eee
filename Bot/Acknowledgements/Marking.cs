namespace PolicyBot.Acknowledgements;

/// <summary>What an answer was worth, and the quiz after it.</summary>
internal abstract record Marking
{
    private Marking(QuizState state) => State = state;

    public QuizState State { get; }

    internal sealed record Right(QuizQuestion Question, QuizState After) : Marking(After);

    /// <param name="IsTriedAgain">Whether another question on the same clause comes later.</param>
    internal sealed record Wrong(QuizQuestion Question, bool IsTriedAgain, QuizState After) : Marking(After);

    /// <summary>Not the question that is open, or none of its answers: a button of an earlier card. Nothing changed.</summary>
    internal sealed record NotOpen(QuizState Unchanged) : Marking(Unchanged);
}
