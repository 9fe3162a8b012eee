using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Learning;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers;

/// <summary>
/// Hears whether a child may be at risk, an adult may be a risk, or the writer is in distress. Recall goes before
/// precision: an authored alarm is enough, and so is a likeness to the authored concerns that is far from certain.
/// </summary>
internal sealed class SafeguardingEar(IReadOnlyList<Alarm> alarms, (Policy, Clause)? namedIn)
{
    /// <summary>The share of a message that speaks for a concern: this much is a maybe, and counts as yes.</summary>
    private const float Maybe = .2f;

    /// <summary>The policy and its clause that name where safeguarding is settled, where one is loaded.</summary>
    public (Policy, Clause)? NamedIn => namedIn;

    /// <returns>The concern heard and how sure it is, 1 for an alarm; or null.</returns>
    public (Concern Concern, float Share)? Hear(Message message, SparseVector vector, (Concern Concern, float Share) likeliest)
    {
        if (AlarmIn(message) is { } alarm)
            return (alarm.Concern, 1);

        return !vector.IsStrange && likeliest.Share > Maybe ? likeliest : null;
    }

    public bool IsAlarmed(Message message) => AlarmIn(message) is not null;

    private Alarm? AlarmIn(Message message) => alarms.FirstOrDefault(alarm => alarm.Condition.Holds(message.Concepts));
}
