using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Learning;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers;

/// <summary>
/// Hears whether a child may be at risk, an adult may be a risk, or the writer is in distress. Recall goes before
/// precision: an authored alarm is enough, and so is a likeness to the authored concerns that is short of certain.
/// </summary>
internal sealed class SafeguardingEar(
    IReadOnlyList<Alarm> alarms, TopicClassifier isWorry, TopicClassifier kindOfWorry, (Policy, Clause)? namedIn)
{
    /// <summary>Below zero on purpose: what leans towards no by less than this is still a maybe.</summary>
    private const float Maybe = -.7f;

    /// <summary>Labels of the first classifier.</summary>
    public const int Worry = 0, Calm = 1;

    private static readonly Concern[] Concerns = Enum.GetValues<Concern>();

    /// <summary>The policy and its clause that name where safeguarding is settled, where one is loaded.</summary>
    public (Policy, Clause)? NamedIn => namedIn;

    /// <returns>The concern heard and how sure it is, about 1 for an alarm; or null.</returns>
    public (Concern Concern, float Score)? Hear(Message message, SparseVector vector)
    {
        if (alarms.FirstOrDefault(alarm => alarm.Condition.Holds(message.Concepts)) is { } alarm)
            return (alarm.Concern, 1);

        if (vector.IsStrange)
            return null;

        var score = isWorry.Score(vector)[Worry];
        if (score <= Maybe)
            return null;

        var kinds = kindOfWorry.Score(vector);
        return (Concerns.MaxBy(concern => kinds[(int)concern]), score);
    }
}
