using PolicyBot.Acknowledgements.Calendar;
using static PolicyBot.Acknowledgements.People.RosterMistake;

namespace PolicyBot.Acknowledgements.People;

/// <summary>One row of a roster's file and the person it tells of.</summary>
internal sealed class RosterLine(
    RosterHeader header, CsvRow row, ICollection<RosterMistake> mistakes, ICollection<string> notes)
{
    /// <returns>The person as far as the row can be read; null where it does not say who it is.</returns>
    public StaffMember? Read()
    {
        var stray = header.MistakesIn(row).ToList();
        foreach (var mistake in stray)
            mistakes.Add(mistake);

        return stray is [] ? Person() : null;
    }

    public void Complain(RosterColumn column, string sentence) =>
        mistakes.Add(new RosterMistake(LineOf(column), header.NameOf(column), sentence));

    private StaffMember? Person()
    {
        var (name, email) = (Name(), Email());
        var (starts, ends) = (Day(RosterColumn.Starts), Day(RosterColumn.Ends));
        if (ends < starts)
            Complain(RosterColumn.Ends, $"the last day, {ends:yyyy-MM-dd}, is before the first, {starts:yyyy-MM-dd}. "
                + "Correct one of them.");

        var (kind, leaves, days) = (Kind(), Leaves(), Days());
        return Id(name, email) is not { } id ? null : new StaffMember(id, name, kind)
        {
            Email = email,
            Starts = starts,
            Ends = ends,
            Leaves = leaves,
            WorkingDays = days,
        };
    }

    private string Name()
    {
        var words = Text(RosterColumn.Name).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join(' ', words);
        if (name.Length == 0)
            Complain(RosterColumn.Name, "the name is missing. Write it, or take the line out.");
        else if (name.Any(char.IsControl))
            Complain(RosterColumn.Name, "the name holds a character that cannot be printed. Write it anew.");

        return name;
    }

    private PersonId? Id(string name, string? email)
    {
        var text = Text(RosterColumn.Id);
        if (PersonId.TryParse(text, out var id))
            return id;

        if (text.Length == 0 && Text(RosterColumn.Email).Length > 0)
            return email is null ? null : PersonId.FromEmail(email);

        Complain(RosterColumn.Id, text.Length > 0
            ? $"{Quoted(text)} is no id, for it holds a line break or a tab. Write it in one piece."
            : $"{(name.Length > 0 ? name : "this person")} has no id and no email. "
                + "Write their Entra object id, an id of the school's own such as P-17, or their email.");
        return null;
    }

    private string? Email()
    {
        var text = Text(RosterColumn.Email);
        if (text.Length == 0)
            return null;

        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1
            && !text.Any(char.IsWhiteSpace) && !text.Any(char.IsControl))
            return text;

        Complain(RosterColumn.Email, $"{Quoted(text)} is no email. "
            + "Write one like sam@school.example, or leave the cell empty.");
        return null;
    }

    private PersonKind Kind()
    {
        var text = Text(RosterColumn.Kind);
        if (!PersonKinds.TryParse(text, out var kind) && header.Has(RosterColumn.Kind))
            Complain(RosterColumn.Kind, (text.Length > 0 ? $"{Quoted(text)} is no kind I know" : "the kind is missing")
                + ". Write staff, agency, volunteer, student or governor.");

        return kind;
    }

    private DateOnly? Day(RosterColumn column)
    {
        var text = Text(column);
        var (day, fault) = text.Length == 0 ? (null, null) : RosterDates.Read(Shortened(text));
        if (fault is not null)
            Complain(column, fault);

        return day;
    }

    private IReadOnlyList<DayRange> Leaves()
    {
        var (leaves, faults) = LeaveList.Read(Text(RosterColumn.Leave));
        foreach (var fault in faults)
            Complain(RosterColumn.Leave, fault);

        return leaves;
    }

    private WorkingDays Days()
    {
        var (written, hours) = (Text(RosterColumn.Days), Text(RosterColumn.Hours));
        var days = WorkingDays.MondayToFriday;
        if (written.Length > 0 && !WorkingDays.TryParse(written, out days))
            Complain(RosterColumn.Days, $"{Quoted(written)} are no days I can read. Write Mon-Fri or Mon, Wed, Fri.");

        if (hours.Length == 0)
            return days;

        if (!Shifts.TryParse(hours, out var span, out var areSplit))
            Complain(RosterColumn.Hours, $"{Quoted(hours)} are no hours I can read. "
                + "Write from when until when, such as 15:00-18:00.");
        else if (areSplit)
            notes.Add($"line {LineOf(RosterColumn.Hours)}, {header.NameOf(RosterColumn.Hours)}: "
                + $"{Quoted(hours)} is read as {span}, the break included.");

        return days with { Hours = span };
    }

    private string Text(RosterColumn column) =>
        header.PlaceOf(column) is { } place && place < row.Cells.Count ? row.Cells[place].Text.Trim() : "";

    private int LineOf(RosterColumn column) =>
        header.PlaceOf(column) is { } place && place < row.Cells.Count ? row.Cells[place].Line : row.Line;
}
