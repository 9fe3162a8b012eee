using System.Globalization;
using System.Text;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Commands;

/// <summary>A day's roster for the terminal.</summary>
internal static class RosterTable
{
    private const int Widest = 40;

    public static string Of(RosterDay day)
    {
        var text = new StringBuilder();
        var (names, contacts) = (Width(day, person => person.Name), Width(day, Contact));
        text.AppendLine(CultureInfo.InvariantCulture, $"{day.Day:dddd d MMMM yyyy}: "
            + $"{day.Working.Count:N0} must acknowledge, {day.OnLeave.Count:N0} on leave, "
            + $"{day.NotYet.Count:N0} not started, {day.Left.Count:N0} left.");
        Append("Must acknowledge", day.Working, person => $"{person.WorkingDays}");
        Append("On leave", day.OnLeave, person => Away(person, day.Day));
        Append("Not started", day.NotYet, person => $"from {Written(person.Starts)}");
        Append("Left", day.Left, person => $"last day {Written(person.Ends)}");
        return text.ToString();

        void Append(string title, IReadOnlyList<StaffMember> people, Func<StaffMember, string> remark)
        {
            if (people.Count > 0)
                text.AppendLine().AppendLine($"{title}: {Kinds(people)}");

            foreach (var person in people)
                text.AppendLine($"  {person.Name.PadRight(names)}  {Word(person.Kind),-9}  "
                    + $"{Contact(person).PadRight(contacts)}  {remark(person)}");
        }
    }

    /// <summary>"3 people (2 staff, 1 volunteer)".</summary>
    public static string Kinds(IReadOnlyList<StaffMember> people)
    {
        var kinds = people.CountBy(person => person.Kind).OrderBy(kind => kind.Key)
            .Select(kind => $"{kind.Value:N0} {Word(kind.Key)}");
        return $"{people.Count:N0} {(people.Count == 1 ? "person" : "people")} ({string.Join(", ", kinds)})";
    }

    private static string Away(StaffMember person, DateOnly day) =>
        person.Leaves.First(leave => leave.Includes(day)).Until is { } until
            ? $"until {Written(until)}" : "with no day of return";

    private static string Written(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "";

    private static string Contact(StaffMember person) => person.Email ?? person.Id.Value;

    private static int Width(RosterDay day, Func<StaffMember, string> column) =>
        Math.Min(Widest, ((IEnumerable<StaffMember>)[.. day.Working, .. day.OnLeave, .. day.NotYet, .. day.Left])
            .Max(person => column(person).Length));

    private static string Word(PersonKind kind) => kind.ToString().ToLowerInvariant();
}
