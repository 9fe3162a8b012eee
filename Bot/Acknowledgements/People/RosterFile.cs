namespace PolicyBot.Acknowledgements.People;

/// <summary>
/// A roster as a school writes it: a table saved as CSV, one line for each person. All mistakes are gathered and
/// seen at once, and with any mistake there is no roster.
/// </summary>
internal sealed class RosterFile
{
    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly List<RosterMistake> _mistakes = [];
    private readonly List<string> _notes = [];

    private RosterFile()
    {
    }

    public static RosterReading Read(string path)
    {
        if (!File.Exists(path))
            return Refused($"there is no file {path}. Check its name and folder.");

        try
        {
            return FromBytes(File.ReadAllBytes(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Refused($"the file {path} cannot be opened. "
                + "Close it in other programs and check that you may read it.");
        }
    }

    public static RosterReading FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (RosterBytes.Decode(bytes, out var note) is not { } text)
            return Refused("this is a workbook. In Excel choose Save As, then CSV UTF-8, and give me that file.");

        var reading = FromText(text);
        return note is null ? reading : reading with { Notes = [note, .. reading.Notes] };
    }

    public static RosterReading FromText(string text) => new RosterFile().ReadRows(Rows(text.TrimStart('\uFEFF')));

    private static RosterReading Refused(string sentence) => new(null, [new RosterMistake(1, null, sentence)], []);

    /// <summary>Excel may name the separator in a first line "sep=;". Else the header tells it.</summary>
    private static IEnumerable<CsvRow> Rows(string text)
    {
        var isNamed = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
            && text.Length > 5 && text[5] is '\r' or '\n';
        var rows = isNamed
            ? Csv.Read(text, text[4]).Skip(1)
            : Csv.Read(text, Separators.MaxBy(separator => Understood(text, separator)));
        return rows.Where(row => !row.IsEmpty);
    }

    private static int Understood(string text, char separator) =>
        Csv.Read(text, separator).FirstOrDefault(row => !row.IsEmpty) is { } header
            ? new RosterHeader(header).Understood : 0;

    private RosterReading ReadRows(IEnumerable<CsvRow> rows)
    {
        using var row = rows.GetEnumerator();
        if (!row.MoveNext())
            return Refused("the file is empty. Begin it with a row such as Name,Id,Email,Kind, "
                + "then write a line for each person.");

        var header = new RosterHeader(row.Current);
        _mistakes.AddRange(header.Mistakes());
        Note(header);
        var people = _mistakes is [] ? People(header, row) : [];
        if (people is [] && _mistakes is [])
            _mistakes.Add(new RosterMistake(
                header.Line, null, "the file names nobody. Write a line for each person below the column names."));

        return new RosterReading(_mistakes is [] ? new Roster(people) : null, _mistakes, _notes);
    }

    private void Note(RosterHeader header)
    {
        _notes.AddRange(header.Unread.Select(name => $"The column '{name}' is not read."));
        if (!header.Has(RosterColumn.Kind))
            _notes.Add("No column says the kind, so everybody counts as staff. "
                + "Add a column Kind where that is not so.");
    }

    private List<StaffMember> People(RosterHeader header, IEnumerator<CsvRow> rows)
    {
        var people = new List<StaffMember>();
        var seen = new SeenPeople();
        while (rows.MoveNext())
        {
            var line = new RosterLine(header, rows.Current, _mistakes, _notes);
            if (line.Read() is not { } person)
                continue;

            seen.Add(person, rows.Current.Line, line);
            people.Add(person);
        }

        return people;
    }
}
