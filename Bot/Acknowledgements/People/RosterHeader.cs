namespace PolicyBot.Acknowledgements.People;

/// <summary>The first row of a roster's file: which column says what, under whatever name the school gave it.</summary>
internal sealed class RosterHeader
{
    private static readonly Dictionary<RosterColumn, string[]> Synonyms = new()
    {
        [RosterColumn.Name] = ["name", "full name", "staff name", "display name"],
        [RosterColumn.Id] = ["id", "object id", "entra id", "employee id"],
        [RosterColumn.Email] = ["email", "mail", "email address", "upn", "user principal name"],
        [RosterColumn.Kind] = ["kind", "type", "role type", "person type"],
        [RosterColumn.Starts] = ["starts", "start", "start date"],
        [RosterColumn.Ends] = ["ends", "end", "end date", "leaving date"],
        [RosterColumn.Leave] = ["leave", "absence"],
        [RosterColumn.Days] = ["days", "working days"],
        [RosterColumn.Hours] = ["hours", "working hours"],
    };

    private static readonly Dictionary<string, RosterColumn> Known =
        Synonyms.SelectMany(pair => pair.Value.Select(name => (Name: Bare(name), pair.Key)))
            .ToDictionary(pair => pair.Name, pair => pair.Key);

    private readonly ILookup<RosterColumn, int> _places;
    private readonly CsvRow _row;
    private readonly string[] _names;

    /// <summary>Asked for every cell of the file, and so kept beside the look-up.</summary>
    private readonly int?[] _firstPlaces = new int?[Synonyms.Count];

    public RosterHeader(CsvRow row)
    {
        _row = row;
        _names = [.. row.Cells.Select(cell => cell.Text.Trim())];
        _places = Enumerable.Range(0, row.Cells.Count).Where(place => Known.ContainsKey(Bare(NameAt(place))))
            .ToLookup(place => Known[Bare(NameAt(place))]);
        foreach (var places in _places)
            _firstPlaces[(int)places.Key] = places.First();
    }

    public int Line => _row.Line;

    /// <summary>How many of the columns are understood, which tells the right separator from the wrong ones.</summary>
    public int Understood => _places.Sum(places => places.Count());

    public IEnumerable<string> Unread => Enumerable.Range(0, _row.Cells.Count).Select(NameAt)
        .Where(name => name.Length > 0 && !Known.ContainsKey(Bare(name)));

    public int? PlaceOf(RosterColumn column) => _firstPlaces[(int)column];

    public bool Has(RosterColumn column) => PlaceOf(column) is not null;

    public string? NameOf(RosterColumn column) => PlaceOf(column) is { } place ? NameAt(place) : null;

    /// <summary>A comma too many moves every cell after it: what stands under no name is never ignored.</summary>
    public IEnumerable<RosterMistake> MistakesIn(CsvRow row) =>
        row.Cells.Select(MistakeIn).OfType<RosterMistake>();

    public IEnumerable<RosterMistake> Mistakes()
    {
        if (_row.Cells.FirstOrDefault(cell => cell.Fault is not null) is { Fault: { } fault } broken)
            return [new RosterMistake(broken.Line, null, fault)];

        if (Understood == 0)
            return [Wrong("this is no row of column names. "
                + "Begin the file with a row such as Name,Id,Email,Kind,Starts,Ends,Leave,Days,Hours.")];

        return [.. Missing(), .. _places.Where(places => places.Count() > 1).Select(Doubled)];
    }

    private RosterMistake? MistakeIn(CsvCell cell, int place)
    {
        if (cell.Fault is not null)
            return new RosterMistake(cell.Line, null, cell.Fault);

        return IsNamed(place) || string.IsNullOrWhiteSpace(cell.Text) ? null
            : new RosterMistake(cell.Line, null,
                $"{RosterMistake.Quoted(cell.Text)} stands in column {place + 1}, "
                + "which has no name. If a cell holds the separator, put the cell in quotation marks; "
                + "if the column is meant, name it.");
    }

    private IEnumerable<RosterMistake> Missing()
    {
        if (!Has(RosterColumn.Name))
            yield return Wrong("no column holds the names. Call the one that does Name.");

        if (!Has(RosterColumn.Id) && !Has(RosterColumn.Email))
            yield return Wrong("no column says who is who for good. Add a column Id or a column Email.");
    }

    private RosterMistake Doubled(IGrouping<RosterColumn, int> places) => new(_row.Line, NameAt(places.Skip(1).First()),
        $"the columns {string.Join(" and ", places.Select(place => $"'{NameAt(place)}'"))} "
        + $"both say the {places.Key.ToString().ToLowerInvariant()}. "
        + "Keep one of them and give the other a name of its own, or take it out.");

    private RosterMistake Wrong(string sentence) => new(_row.Line, null, sentence);

    private bool IsNamed(int place) => place < _names.Length && NameAt(place).Length > 0;

    private string NameAt(int place) => _names[place];

    /// <summary>"Start date", "start_date" and "StartDate" are one name.</summary>
    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
