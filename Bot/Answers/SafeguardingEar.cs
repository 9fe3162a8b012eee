using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Learning;
using PolicyBot.Answers.Reading;

namespace PolicyBot.Answers;

/// <summary>
/// Hears whether a child may be at risk, an adult may be a risk, or the writer is in distress. Recall goes before
/// precision: an authored alarm is enough, and so is a likeness to an authored example that is short of certain.
/// </summary>
internal sealed class SafeguardingEar(IReadOnlyList<Alarm> alarms, TopicClassifier likeness)
{
    /// <summary>Below zero on purpose: what leans towards no by less than this is still a maybe.</summary>
    private const float Maybe = -.15f;

    private static readonly Concern[] Concerns = Enum.GetValues<Concern>();

    /// <summary>The label of everything that is not a concern, after one for each concern.</summary>
    public static int Calm => Concerns.Length;

    /// <returns>The concern heard and how sure it is, or null.</returns>
    public (Concern Concern, float Score)? Hear(Message message, SparseVector vector)
    {
        var scores = likeness.Score(vector);
        var likest = Concerns.MaxBy(concern => scores[(int)concern]);
        if (alarms.FirstOrDefault(alarm => alarm.Condition.Holds(message.Concepts)) is { } alarm)
            return (alarm.Concern, 1);

        var score = scores[(int)likest];
        return score > Maybe && score > scores[Calm] - .5f ? (likest, score) : null;
    }
}
