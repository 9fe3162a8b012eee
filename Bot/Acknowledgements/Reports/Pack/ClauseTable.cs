namespace PolicyBot.Acknowledgements.Reports.Pack;

/// <summary>How each clause was understood, the worst first: what to talk about at the next meeting.</summary>
internal static class ClauseTable
{
    public static void Add(Html html, PolicyReport report)
    {
        html.Add($"<h2>How well each clause is understood</h2>");
        if (report.Understanding.Count == 0)
        {
            html.Add($"<p>Nobody was asked about a clause yet.</p>");
            return;
        }

        html.Add($"<p>Short situations were put to people before they confirmed. A wrong answer was explained and asked once more in another situation. Nobody can fail.</p>");
        html.Add($"<table class=\"clauses\">\n<caption>Clauses word for word, the least understood first</caption>");
        html.Add($"<thead><tr><th scope=\"col\">Clause</th><th scope=\"col\" class=\"count\">Right at once</th><th scope=\"col\" class=\"count\">Right in the end</th></tr></thead>\n<tbody>");
        foreach (var line in report.Understanding.OrderBy(line => (double)line.RightAtOnce / line.Asked).ThenBy(line => (double)line.RightInTheEnd / line.Asked))
            AddClause(html, line);

        html.Add($"</tbody>\n</table>");
    }

    private static void AddClause(Html html, ClauseLine line)
    {
        html.Add($"<tr><th scope=\"row\">");
        if (line.Clause.LeadIn is { } leadIn)
            html.Add($"<span class=\"quiet\">{leadIn}</span> ");

        html.Add($"<q>{line.Clause.Text}</q></th>");
        html.Add($"<td class=\"count\">{line.RightAtOnce} of {line.Asked}</td><td class=\"count\">{line.RightInTheEnd} of {line.Asked}</td></tr>");
    }
}
