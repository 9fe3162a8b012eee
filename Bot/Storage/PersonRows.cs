using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <summary>People of the roster as rows, and rows as people.</summary>
internal static class PersonRows
{
    public static StaffMember Read(PersonRow row) =>
        new(PersonId.Parse(row.Id), row.Name, Enum.Parse<PersonKind>(row.Kind))
        {
            EarlierIds = PersonIds.Read(row.EarlierIds),
            Email = row.Email,
            Starts = row.Starts,
            Ends = row.Ends,
            Leaves = LeaveList.Read(row.Leaves).Leaves,
            WorkingDays = WorkingDays.Parse(row.WorkingDays),
        };

    public static PersonRow From(StaffMember person, DateTimeOffset at) => new()
    {
        Id = person.Id.Value,
        EarlierIds = PersonIds.Written(person.EarlierIds),
        Name = person.Name,
        Kind = person.Kind.ToString(),
        Email = person.Email,
        Starts = person.Starts,
        Ends = person.Ends,
        Leaves = LeaveList.Written(person.Leaves),
        WorkingDays = person.WorkingDays.ToString(),
        ListedAt = at,
    };
}
