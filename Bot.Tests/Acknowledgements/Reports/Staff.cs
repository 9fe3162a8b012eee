using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Tests.Acknowledgements.Reports;

/// <summary>People of a roster, each with an Entra object id made of a number, or with an id of the school's own.</summary>
internal static class Staff
{
    public static string IdOf(int number) => $"00000000-0000-0000-0000-{number:d12}";

    public static StaffMember Member(int number, string? name = null, PersonKind kind = PersonKind.Staff,
        string starts = "", string ends = "", (string From, string Until)? leave = null) =>
        Member(IdOf(number), name ?? $"Person {number:d4}", kind, starts, ends, leave);

    public static StaffMember Member(string id, string name, PersonKind kind = PersonKind.Staff,
        string starts = "", string ends = "", (string From, string Until)? leave = null) => new(PersonId.Parse(id), name, kind)
        {
            Starts = Days.DayOrNone(starts),
            Ends = Days.DayOrNone(ends),
            Leaves = leave is { } days ? [new DayRange(Days.Day(days.From), Days.DayOrNone(days.Until))] : [],
        };
}
