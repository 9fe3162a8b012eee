using System.Globalization;

namespace PolicyBot.Acknowledgements;

/// <summary>How far somebody is in a quiz. The questions still to come follow from it.</summary>
/// <param name="Seed">Of the order; says nothing about the person.</param>
/// <param name="Clauses">Those asked about, in order.</param>
/// <param name="Answered">In the order answered.</param>
internal sealed record QuizState(string Seed, IReadOnlyList<string> Clauses, IReadOnlyList<Answered> Answered)
{
    public static QuizState Begun(string seed, Func<Shuffle, IEnumerable<string>> choose)
    {
        var kept = new Shuffle(seed).Place("quiz").ToString("x16", CultureInfo.InvariantCulture);
        return new QuizState(kept, [.. choose(new Shuffle(kept))], []);
    }

    public int Tries(string clause) => Answered.Count(each => each.Clause == clause);

    public bool IsRight(string clause) => Answered.Any(each => each.Clause == clause && each.IsRight);

    public bool WasAsked(string question) => Answered.Any(each => each.Question == question);

    public QuizState With(Answered answered) => this with { Answered = [.. Answered, answered] };
}

internal sealed record Answered(string Question, string Clause, bool IsRight);
