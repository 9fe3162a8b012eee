using System.Net;
using System.Text;
using PolicyBot.Policies;
using PolicyBot.Turns;

namespace PolicyBot.Teams.About;

/// <summary>What the bot keeps, as kept.yaml says it, for a page and for a school's record of processing (Article 30 of the UK GDPR).</summary>
internal sealed record KeptData(IReadOnlyList<KeptTable> Tables)
{
    private static readonly string[] Heads = ["what", "why", "how long"];

    public static KeptData Load(OutboxSettings outbox, ErrandSettings errands)
    {
        var mistakes = new List<Mistake>();
        var file = AuthoredFile.Read(Path.Combine(AppContext.BaseDirectory, "Teams", "About", "kept.yaml"), mistakes);
        var kept = new KeptData([.. file.Entries().Select(table => Read(table.Key, table.Entry))]);
        return mistakes.Count == 0 ? kept : throw new InvalidDataException(mistakes[0].ToString());

        KeptTable Read(string name, AuthoredEntry entry) => new(
            name,
            entry.Knowing("what", "why", "until", "personal", "other").Required("what"),
            entry.Required("why"),
            entry.Required("until").Replace("{outbox}", $"{outbox.KeepDays}", StringComparison.Ordinal).Replace("{errands}", $"{errands.KeepDays}", StringComparison.Ordinal),
            [.. entry.Items("personal").Select(column => column.Value!)],
            [.. entry.Items("other").Select(column => column.Value!)]);
    }

    private IEnumerable<KeptTable> OfPeople => Tables.Where(table => table.Personal.Count > 0);

    public string ToMarkdown()
    {
        var text = new StringBuilder($"| table | {string.Join(" | ", Heads)} | columns about a person |\n|---|---|---|---|---|\n");
        foreach (var table in OfPeople)
            text.Append($"| {table.Name} | {table.What} | {table.Why} | {table.Until} | {string.Join(", ", table.Personal)} |\n");

        return text.Append($"\nNothing about a person is in: {string.Join(", ", Tables.Except(OfPeople).Select(table => table.Name))}, and in the tables QRTZ_… that hold the times of scheduled work.").ToString();
    }

    public string ToHtml() => $"<table>\n<tr>{string.Concat(Heads.Select(head => $"<th scope=\"col\">{char.ToUpperInvariant(head[0])}{head[1..]}</th>"))}</tr>\n"
        + string.Concat(OfPeople.Select(table => $"<tr><td>{Cell(table.What)}</td><td>{Cell(table.Why)}</td><td>{Cell(table.Until)}</td></tr>\n")) + "</table>";

    private static string Cell(string text) => WebUtility.HtmlEncode($"{char.ToUpperInvariant(text[0])}{text[1..]}.");
}

/// <param name="Personal">The columns that say something about a person.</param>
/// <param name="Other">The rest.</param>
internal sealed record KeptTable(string Name, string What, string Why, string Until, IReadOnlyList<string> Personal, IReadOnlyList<string> Other);
