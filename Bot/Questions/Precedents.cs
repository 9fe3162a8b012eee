using PolicyBot.Answers;
using PolicyBot.Answers.Learning;

namespace PolicyBot.Questions;

/// <summary>Why an answer is not kept for next time.</summary>
internal enum WhyNot { Answered, Worry, TooShort, Alike }

/// <summary>
/// What the manager answered before and lets the bot say again. Only where the policies do not say, so that it never takes the
/// place of a rule or of the safeguarding route.
/// </summary>
internal sealed class Precedents(IQuestionBook book, AnswerEngine engine)
{
    /// <summary>How like an earlier question a message must be.</summary>
    private const float Alike = .5f;

    private const int FewestWords = 3;

    /// <summary>The part of an earlier question's own words that a message must have: a bike is no dog, whatever else is alike.</summary>
    private const double Shared = .75;

    private static readonly HashSet<string> Empty =
        [
            "a", "an", "the", "i", "we", "you", "me", "my", "our", "us", "it", "is", "am", "are", "be", "do", "does", "can", "could", "may", "should",
            "to", "of", "in", "into", "on", "at", "for", "from", "with", "and", "or", "if", "this", "that", "there", "ok", "allowed", "please",
        ];

    private volatile IReadOnlyList<(PassedQuestion Question, SparseVector Vector)> _known = [];

    /// <summary>Reads them anew; where there is no database just now, what was read before stays.</summary>
    public async Task TryReadAsync(CancellationToken cancellationToken)
    {
        if (await book.TryPrecedentsAsync(cancellationToken) is { } found)
            _known = [.. found.Select(question => (question, engine.VectorOf(question.Text)))];
    }

    /// <returns>The earlier question that is most like this one, or null where none is like it enough.</returns>
    public PassedQuestion? For(string question) => _known.Count == 0 ? null : Nearest(question) is ({ } found, >= Alike) && SharesWords(found, question) ? found : null;

    /// <returns>What speaks against keeping an answer; null where nothing does.</returns>
    public WhyNot? Against(PassedQuestion question) => engine.Ask(question.Text) switch
    {
        Answer.Safeguarding => WhyNot.Worry,
        not Answer.NotCovered => WhyNot.Answered,
        _ when engine.Read(question.Text).Words.Count < FewestWords => WhyNot.TooShort,
        _ when For(question.Text) is { } other && other.Id != question.Id => WhyNot.Alike,
        _ => null,
    };

    private bool SharesWords(PassedQuestion found, string question)
    {
        var (own, asked) = (engine.Read(found.Text).Words.Where(word => !Empty.Contains(word)).ToList(), engine.Read(question).Words);
        return own.Count(asked.Contains) >= own.Count * Shared;
    }

    private (PassedQuestion? Question, float Likeness) Nearest(string question)
    {
        var vector = engine.VectorOf(question);
        return _known.Select(known => ((PassedQuestion?)known.Question, vector.LikenessTo(known.Vector))).MaxBy(pair => pair.Item2);
    }
}
