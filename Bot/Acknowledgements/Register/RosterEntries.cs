using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Acknowledgements.Register;

/// <summary>
/// What a roster that is brought in leaves in the register: whose leave or last day is otherwise than before, and who has an id
/// instead of an email. It is about people and no policy. Reports go by the roster; this shows that it said so on that day.
/// </summary>
internal static class RosterEntries
{
    /// <summary>Who brought it in, nobody knows.</summary>
    private const string By = "roster";

    public static IReadOnlyList<RegisterRecord> Of(RosterComparison comparison, DateTimeOffset at)
    {
        return
        [
            .. comparison.NewIds.Select(each => Record(each.Now, new RegisterEvent.Identified(By, each.Before.Id.Value))),
            .. comparison.Joined.SelectMany(person => Changes([], null, person)),
            .. comparison.Changed.SelectMany(change => Changes(change.Earlier.Leaves, change.Earlier.Ends, change.Later)),
        ];

        IEnumerable<RegisterRecord> Changes(IReadOnlyList<DayRange> leaves, DateOnly? ends, StaffMember person)
        {
            foreach (var gone in leaves.Where(leave => person.Leaves.All(now => now.From != leave.From)))
                yield return Record(person, new RegisterEvent.OnLeave(By, gone.From, gone.Until, IsTakenOut: true));
            foreach (var leave in person.Leaves.Except(leaves))
                yield return Record(person, new RegisterEvent.OnLeave(By, leave.From, leave.Until));
            if (person.Ends != ends)
                yield return Record(person, new RegisterEvent.LastDay(By, person.Ends));
        }

        RegisterRecord Record(StaffMember person, RegisterEvent happened) => new(person.Id.Value, "", "", happened, at);
    }
}
