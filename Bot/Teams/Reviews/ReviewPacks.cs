using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Policies;
using PolicyBot.Questions;
using PolicyBot.Reviews;

namespace PolicyBot.Teams.Reviews;

/// <summary>Gathers what a review needs from what the bot has seen.</summary>
internal sealed class ReviewPacks(PolicyReports reports, ThemeCount themes, ITextBook texts, PolicyLibrary library)
{
    public async Task<ReviewPack> OfAsync(Policy policy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = SchoolTime.DayOf(now);
        var report = await reports.OfAsync(policy, today, now, cancellationToken);
        var (since, counted) = await themes.SinceAsync(cancellationToken);
        return new ReviewPack(policy, today)
        {
            Since = since,
            Ages = await AgesAsync(policy, cancellationToken),
            Unanswered = [.. counted.Where(theme => theme.IsUnanswered).Select(theme => new Counted(theme.Subject, theme.Asked))],
            MostAsked = [.. policy.Clauses.Select(clause => new Counted(clause.Id.Value, Times(counted, Theme.OfClause(policy.Id.Value, clause.Id.Value)))).Where(clause => clause.Times > 0).OrderByDescending(clause => clause.Times)],
            EndedWithManager = [.. Under(counted, Theme.OfManager(policy.Id.Value, ""))],
            MostWrong = [.. report.Understanding.Where(line => line.Asked > line.RightAtOnce).OrderByDescending(line => (double)(line.Asked - line.RightAtOnce) / line.Asked).Select(line => new Misunderstood(line.Clause, line.Asked, line.Asked - line.RightAtOnce))],
            Confirmed = report.Expected == 0 ? null : new Confirmations(report.Expected, report.CountOf(PersonState.Acknowledged), report.CountOf(PersonState.WantsToTalk), report.CountOf(PersonState.NotReachable)),
            Related = [.. policy.Related.Select(title => new RelatedPolicy(title, library.Policies.Any(other => string.Equals(other.Title, title, StringComparison.OrdinalIgnoreCase))))],
        };
    }

    /// <summary>Since the first of the kept texts that has the clause as it is now. The bot knows no text before the first it had.</summary>
    private async Task<IReadOnlyList<ClauseAge>> AgesAsync(Policy policy, CancellationToken cancellationToken)
    {
        var (list, read) = (await VersionList.ReadAsync(policy, texts, cancellationToken), new List<(string? Since, Policy Text)>());
        foreach (var version in list.Versions.Where(version => !version.IsUndecided))
            if (await list.TextOfAsync(version, texts, cancellationToken) is { } text)
                read.Add((version.Before is null ? text.Adopted?.AsWritten : SchoolTime.Written(SchoolTime.DayOf(version.Since)), text));

        return [.. policy.Clauses.Select(clause => new ClauseAge(clause, SinceOf(clause, read) ?? policy.Adopted?.AsWritten))];
    }

    private static string? SinceOf(Clause clause, List<(string? Since, Policy Text)> versions)
    {
        var unbroken = versions.AsEnumerable().Reverse().TakeWhile(version => version.Text.Clauses.Any(other => other.Whole == clause.Whole)).ToList();
        return unbroken.Count == 0 ? null : unbroken[^1].Since;
    }

    private static int Times(IReadOnlyList<Theme> counted, string subject) => counted.FirstOrDefault(theme => theme.Subject == subject)?.Asked ?? 0;

    private static IEnumerable<Counted> Under(IReadOnlyList<Theme> counted, string prefix) => counted
        .Where(theme => theme.Subject.StartsWith(prefix, StringComparison.Ordinal)).Select(theme => new Counted(theme.Subject[prefix.Length..], theme.Asked));
}
