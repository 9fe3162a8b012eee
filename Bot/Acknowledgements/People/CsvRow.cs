namespace PolicyBot.Acknowledgements.People;

/// <param name="Line">Where the row begins, as a text editor counts.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<CsvCell> Cells)
{
    public bool IsEmpty => Cells.All(cell => cell.Fault is null && string.IsNullOrWhiteSpace(cell.Text));
}

/// <param name="Line">Where the cell begins: after a line break in quotation marks, further down than its row.</param>
/// <param name="Fault">What is wrong with its quotation marks and what to do; null where nothing is.</param>
internal readonly record struct CsvCell(string Text, int Line, string? Fault = null);
