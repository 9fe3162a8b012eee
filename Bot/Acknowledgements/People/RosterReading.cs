namespace PolicyBot.Acknowledgements.People;

/// <summary>What came of reading a file.</summary>
/// <param name="Roster">Null with any mistake: half a roster would leave somebody out.</param>
/// <param name="Notes">What is no mistake and still should be seen, such as a column that is not read.</param>
internal sealed record RosterReading(
    Roster? Roster, IReadOnlyList<RosterMistake> Mistakes, IReadOnlyList<string> Notes);
