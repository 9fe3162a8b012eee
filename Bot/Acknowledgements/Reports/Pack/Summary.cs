using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Reports.Pack;

/// <summary>The first page: which policy, as at when, how many of how many.</summary>
internal static class Summary
{
    public static void Add(Html html, PolicyReport report)
    {
        var (policy, today) = (report.Policy, SchoolTime.DayOf(report.AsAt));
        html.Add($"<h1>{policy.Title}: who has acknowledged it</h1>\n<p class=\"club\">{policy.Club}</p>");
        html.Add($"<p><strong>As at {SchoolTime.Written(report.AsAt)}</strong>, UK time</p>");
        if (ReviewStatus.IsOverdue(policy, today))
            html.Add($"<p class=\"status overdue\">The review of this policy is overdue. {ReviewStatus.Of(policy, today)}</p>");

        html.Add($"<dl>");
        AddFact(html, "Adopted", policy.Adopted?.AsWritten ?? "No date is written.");
        AddFact(html, "To be reviewed", ReviewStatus.DueOf(policy) is { Length: > 0 } due ? due : "No date is written.");
        AddFact(html, "Signed", policy.SignedBy);
        AddFact(html, "Version", report.Version);
        AddFact(html, "SHA-256 of the text", policy.TextHash);
        foreach (var change in report.Changes)
            AddFact(html, change.IsCorrection ? "Corrected" : "Changed", Written(change));

        html.Add($"</dl>\n");
        if (report.IsNewTextUndecided)
            html.Add($"<p class=\"status overdue\">The bot has a newer text than this one. What it changes is not decided yet; whoever has confirmed it already is counted.</p>");

        html.Add($"<h2>At a glance</h2>");
        AddTally(html, report);
        Chart.Add(html, report);
        AddCounts(html, report);
    }

    private static string Written(TextChange change) =>
        $"{SchoolTime.Short(SchoolTime.DayOf(change.At))}, by {change.By}: {change.Reason.TrimEnd('.')}. {(change.IsCorrection
            ? $"Whoever had confirmed version {change.From} was not asked again." : $"Asked about again: {string.Join(", ", change.Clauses)}.")}";

    private static void AddFact(Html html, string name, string? fact)
    {
        if (fact is not null)
            html.Add($"<dt>{name}</dt><dd>{fact}</dd>");
    }

    private static void AddTally(Html html, PolicyReport report)
    {
        var (expected, done) = (report.Expected, report.CountOf(PersonState.Acknowledged));
        html.Add($"<p class=\"tally\"><strong>{done} of {expected}</strong> {(expected == 1 ? "person who is to acknowledge this policy has" : "people who are to acknowledge this policy have")} done so.</p>");
    }

    private static void AddCounts(Html html, PolicyReport report)
    {
        html.Add($"<table class=\"counts\">\n<caption>How many people are in each state</caption>");
        html.Add($"<thead><tr><th scope=\"col\">State</th><th scope=\"col\" class=\"count\">People</th></tr></thead>\n<tbody>");
        foreach (var state in StateWords.InOrder.Where(state => report.CountOf(state) > 0))
            html.Add($"<tr><th scope=\"row\">{StateWords.Of(state)}</th><td class=\"count\">{report.CountOf(state)}</td></tr>");

        html.Add($"</tbody>\n</table>");
        if (report.CountOf(PersonState.Left) is > 0 and var left)
            html.Add($"<p>{(left == 1 ? "One person who has left is counted here and not listed" : "People who have left are counted here and not listed")} below.</p>");
    }
}
