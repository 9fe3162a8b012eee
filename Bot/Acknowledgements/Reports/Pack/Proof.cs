namespace PolicyBot.Acknowledgements.Reports.Pack;

/// <summary>What was confirmed, how anybody can check it, and what this document is not.</summary>
internal static class Proof
{
    public static void Add(Html html, PolicyReport report, string statement)
    {
        AddStatements(html, report, statement);
        html.Add($"""
            <h2>How to check this document</h2>
            <p>Everything in it is read from the register, in which each entry is chained to the one before by a hash. The register has {Entries(report)}, and this check value: <strong class="receipt">{report.Head.CheckValue}</strong></p>
            <ol>
            <li>That the register still holds what it held for this document: <code>policybot register verify --expect {report.Head.CheckValue}</code></li>
            <li>Away from the bot and its database: ask for an export: <code>policybot register export register.jsonl</code> Then, on any computer: <code>policybot register verify register.jsonl</code> Each entry stands in it with its time and its receipt.</li>
            <li>That the policy is the one that was confirmed: the SHA-256 of its text is on the first page and in each entry.</li>
            </ol>
            <p>Keep this document where the people who run the bot cannot change it. A check value proves something only where somebody else keeps it.</p>
            <h2>What this document is not</h2>
            <ul>
            <li>It is no proof that people understood. A signature is not comprehension; how the clauses were understood stands above, and talking with staff says more.</li>
            <li>It is nothing that a law prescribes. No law and no statutory guidance that we know of asks staff to sign this policy. It is evidence of what the club did.</li>
            <li>It is no consent to anything, and no disciplinary record. Who wants to talk first, is on leave, or was not reached has refused nothing.</li>
            <li>It says nothing about documents that are signed on their own, such as an acceptable use policy.</li>
            <li>It holds names. Give it to those who need it, and destroy it when they no longer do.</li>
            </ul>
            """);
    }

    private static void AddStatements(Html html, PolicyReport report, string statement)
    {
        html.Add($"<h2>What people confirm</h2>");
        if (report.Statements.Count == 0)
            html.Add($"<p>Nobody has confirmed it in Teams yet. It reads:</p>\n<blockquote><p>{statement}</p></blockquote>");
        else
            html.Add($"<p>In Teams, with one button, after the whole text and the situations, with a button beside it for those who want to talk first. Word for word{(report.Statements.Count > 1 ? ", the most frequent first" : "")}:</p>");

        foreach (var wording in report.Statements)
            html.Add($"<blockquote><p>{wording}</p></blockquote>");
    }

    private static string Entries(PolicyReport report) =>
        report.Head.Count == 1 ? "1 entry" : FormattableString.Invariant($"{report.Head.Count:N0} entries");
}
