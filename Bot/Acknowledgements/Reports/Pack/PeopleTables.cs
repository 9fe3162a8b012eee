using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Reports.Pack;

/// <summary>Who is outstanding, why, and what to do next; who has acknowledged, when and how; who need not.</summary>
internal static class PeopleTables
{
    private static readonly PersonState[] Outstanding = [PersonState.Pending, PersonState.WantsToTalk, PersonState.NotReachable, PersonState.OnLeave];

    public static void Add(Html html, PolicyReport report)
    {
        html.Add($"<h2>Still to acknowledge it</h2>");
        AddTable(html, [.. Outstanding.SelectMany(state => report.People.Where(line => line.State == state))],
            "Everybody who is to acknowledge it has done so.", "Who has not acknowledged it, why, and what to do next", ["Name", "Why", "What to do next"], AddOutstanding);
        html.Add($"<h2>Have acknowledged it</h2>");
        AddTable(html, [.. report.People.Where(line => line.State == PersonState.Acknowledged)],
            "Nobody has acknowledged it yet.", "Who has acknowledged it, when (UK time), and how", ["Name", "When", "How"], AddAcknowledged);
        if (report.CountOf(PersonState.Exempt) == 0)
            return;

        html.Add($"<h2>Need not acknowledge it</h2>");
        AddTable(html, [.. report.People.Where(line => line.State == PersonState.Exempt)],
            "", "Who need not acknowledge it, since when, and why", ["Name", "Since", "Why"], AddExempt);
    }

    private static void AddTable(Html html, List<PersonLine> people, string nobody, string caption, string[] heads, Action<Html, PersonLine> add)
    {
        if (people.Count == 0)
        {
            html.Add($"<p>{nobody}</p>");
            return;
        }

        html.Add($"<table class=\"people\">\n<caption>{caption} ({people.Count})</caption>\n<thead><tr>");
        foreach (var head in heads)
            html.Add($"<th scope=\"col\">{head}</th>");

        html.Add($"</tr></thead>\n<tbody>");
        foreach (var person in people)
        {
            html.Add($"<tr><th scope=\"row\"><bdi>{person.Person.Name}</bdi> <span class=\"quiet\">{person.Person.Kind.ToString()}</span></th>");
            add(html, person);
            html.Add($"</tr>");
        }

        html.Add($"</tbody>\n</table>");
    }

    private static void AddOutstanding(Html html, PersonLine line)
    {
        html.Add($"<td><strong>{StateWords.Of(line.State)}.</strong> {line.Reason} <span class=\"quiet\">{Asked(line)}</span></td>");
        html.Add($"<td>{line.NextStep}</td>");
    }

    private static void AddAcknowledged(Html html, PersonLine line)
    {
        html.Add($"<td class=\"moment\">{Moment(line.Since)}</td>");
        if (line.Reason is { } onPaper)
            html.Add($"<td>{onPaper}</td>");
        else
            html.Add($"<td>In Teams, receipt <span class=\"receipt\">{line.Receipt}</span></td>");
    }

    private static void AddExempt(Html html, PersonLine line) =>
        html.Add($"<td class=\"moment\">{Moment(line.Since)}</td><td>{line.Reason}</td>");

    private static string Asked(PersonLine line) => line.AskedAt is not { } asked ? ""
        : $"Asked {SchoolTime.Short(SchoolTime.DayOf(asked))}" + line.Reminders switch { 0 => ".", 1 => ", reminded once.", var times => $", reminded {times} times." };

    private static string Moment(DateTimeOffset? moment) => moment is { } known ? SchoolTime.Short(known) : "";
}
