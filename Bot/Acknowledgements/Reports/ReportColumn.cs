using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Reports;

/// <summary>A column of the table that a school keeps, in the comma-separated file and in the workbook alike.</summary>
/// <param name="Width">In letters.</param>
/// <param name="Cell">A text, a moment, a number, or null where there is nothing.</param>
internal sealed record ReportColumn(string Head, int Width, Func<PersonLine, object?> Cell)
{
    public static IReadOnlyList<ReportColumn> All { get; } =
    [
        new("Name", 28, line => line.Person.Name),
        new("Id", 38, line => line.Person.Id.Value),
        new("Type", 11, line => line.Person.Kind.ToString()),
        new("State", 22, line => StateWords.Of(line.State)),
        new("Since (UK time)", 18, line => line.Since),
        new("Reason", 52, line => line.Reason),
        new("What to do next", 52, line => line.NextStep),
        new("Receipt", 14, line => line.Receipt),
        new("Asked", 18, line => line.AskedAt),
        new("Delivered", 18, line => line.DeliveredAt),
        new("Seen (hint)", 18, line => line.SeenAt),
        new("Opened", 18, line => line.OpenedAt),
        new("Reminders", 11, line => line.Reminders),
    ];

    /// <summary>As text, for a table without types.</summary>
    public string Written(PersonLine line) => Cell(line) switch
    {
        DateTimeOffset moment => SchoolTime.Short(moment),
        { } fact => FormattableString.Invariant($"{fact}"),
        null => "",
    };
}
