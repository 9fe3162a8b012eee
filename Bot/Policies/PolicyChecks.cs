using System.Text.RegularExpressions;

namespace PolicyBot.Policies;

/// <summary>What must hold between a policy's facts, its text and the document it was taken from.</summary>
internal sealed partial class PolicyChecks(string file, ICollection<Mistake> mistakes)
{
    public void Check(Policy policy, AuthoredEntry facts, MarkedText text)
    {
        if (facts.Optional("source") is { } source)
            CheckAgainst(Path.Combine(policy.Folder, source), policy, facts.Find("source")!);

        CheckReviewDates(policy, facts, text);
    }

    /// <summary>Every clause stands in the school's own document, byte for byte.</summary>
    private void CheckAgainst(string source, Policy policy, AuthoredEntry entry)
    {
        if (!File.Exists(source))
        {
            entry.Complain($"there is no {Path.GetFileName(source)} beside {PolicyFile.Name}. Put the school's document there, or take the line out.");
            return;
        }

        var original = File.ReadAllText(source).ReplaceLineEndings("\n");
        foreach (var clause in policy.Clauses.Where(clause => !original.Contains(clause.Text, StringComparison.Ordinal)))
            mistakes.Add(new Mistake(file, LineOf(clause), $"the clause '{clause.Id}' is not word for word in "
                + $"{Path.GetFileName(source)}. It differs after \"{Agreed(clause.Text, original)}\"."));
    }

    /// <summary>A policy often says twice when its review is due; two answers are the school's to settle.</summary>
    private static void CheckReviewDates(Policy policy, AuthoredEntry facts, MarkedText text)
    {
        var overruled = facts.Texts("overruled");
        foreach (var date in ReviewDatesIn(text.Plain))
            if (date.Day != policy.ReviewDue?.Day && !overruled.Contains(date.AsWritten))
                (facts.Find("review due") ?? facts).Complain($"the text says the review is due {date.AsWritten}, "
                    + $"this says {policy.ReviewDue?.AsWritten ?? "nothing"}. Ask which is right and mend the other.");
    }

    /// <summary>When a text says that its review is due.</summary>
    public static IEnumerable<WrittenDate> ReviewDatesIn(string text)
    {
        foreach (Match match in ReviewInText().Matches(text))
            if (WrittenDates.TryParse(match.Groups["date"].Value, out var date) && date is not null)
                yield return date;
    }

    private int LineOf(Clause clause)
    {
        var at = File.ReadLines(file).Select((line, i) => (line, i)).FirstOrDefault(pair => pair.line.Contains($"{{#{clause.Id} ", StringComparison.Ordinal));
        return at.i + 1;
    }

    /// <summary>The last few words on which both agree.</summary>
    private static string Agreed(string clause, string original)
    {
        var length = Enumerable.Range(0, clause.Length).Last(n => original.Contains(clause[..n], StringComparison.Ordinal));
        return clause[Math.Max(0, length - 30)..length];
    }

    [GeneratedRegex(@"(?<!(?i:last|previous|was|been|were|of)\s+)(?i:review date|to be reviewed|review due|reviewed by)[ \t:|*]*(?<date>(\d{1,2} )?[A-Z][a-z]+ 20\d\d|\d{1,2}/\d{1,2}/20\d\d)")]
    private static partial Regex ReviewInText();
}
