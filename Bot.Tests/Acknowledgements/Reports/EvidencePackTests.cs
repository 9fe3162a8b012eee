using System.Text.RegularExpressions;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using static PolicyBot.Tests.Acknowledgements.Reports.WrittenRegister;

namespace PolicyBot.Tests.Acknowledgements.Reports;

public sealed class EvidencePackTests
{
    private static readonly PolicyReport Sample = SamplePack.Report();
    private static readonly string Page = SamplePack.Page(Sample);

    [Fact]
    public void It_says_first_which_policy_as_at_when_and_how_many_of_how_many()
    {
        Assert.Contains("<h1>Social Media Policy: who has acknowledged it</h1>", Page, StringComparison.Ordinal);
        Assert.Contains("<strong>As at 23 November 2026, 18:00</strong>, UK time", Page, StringComparison.Ordinal);
        Assert.Contains("The review of this policy is overdue. Review was due September 2023. It is still the adopted policy.", Page, StringComparison.Ordinal);
        Assert.Contains("<dt>Adopted</dt><dd>October 2021</dd>", Page, StringComparison.Ordinal);
        Assert.Contains($"<dd>{Policy.TextHash}</dd>", Page, StringComparison.Ordinal);
        Assert.Contains("<strong>25 of 36</strong> people who are to acknowledge this policy have done so.", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_is_told_in_words_too() => Assert.Contains(
        "In words: of 37 people at the club, acknowledged: 25; not yet: 4; wants to talk first: 2; cannot be reached: 3; on leave: 2; need not acknowledge: 1.", Page, StringComparison.Ordinal);

    [Fact]
    public void Everybody_but_the_leavers_is_listed_once()
    {
        foreach (var line in Sample.People)
            Assert.Equal(line.State == PersonState.Left ? 0 : 1, Regex.Count(Page, Regex.Escape($"<bdi>{System.Net.WebUtility.HtmlEncode(line.Person.Name)}</bdi>")));

        Assert.Contains("People who have left are counted here and not listed below.", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clause_is_quoted_word_for_word_and_the_least_understood_stands_first()
    {
        var shares = Regex.Matches(Page, "<td class=\"count\">(\\d+) of (\\d+)</td><td").Select(match => (double)Number(match, 1) / Number(match, 2)).ToList();

        Assert.Equal(5, shares.Count);
        Assert.Equal(shares.Order(), shares);
        Assert.All(Sample.Understanding, line => Assert.Contains($"<q>{System.Net.WebUtility.HtmlEncode(line.Clause.Text)}</q>", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_wording_the_check_value_and_the_limits_are_there()
    {
        Assert.Contains("<blockquote><p>I have read the Social Media Policy (adopted October 2021). I understand it.</p></blockquote>", Page, StringComparison.Ordinal);
        Assert.Contains($"policybot register verify --expect {Sample.Head.CheckValue}", Page, StringComparison.Ordinal);
        Assert.Contains("A signature is not comprehension", Page, StringComparison.Ordinal);
        Assert.Contains("It is nothing that a law prescribes.", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_never_markup_and_nothing_runs_or_is_loaded()
    {
        Assert.Contains("Quentin &lt;b&gt;Hall&lt;/b&gt;", Page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)<script|<b>|<link|<img|<iframe|src=|href=|@import|url\\(|style=", Page);
        Assert.Contains("default-src 'none'; style-src 'sha256-", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_is_has_no_row_and_an_empty_list_says_so()
    {
        var register = new WrittenRegister();
        var before = SamplePack.Page(register.Report(Staff.Member(1)));
        register.Write(1, Acknowledged());
        var after = SamplePack.Page(register.Report(Staff.Member(1)));

        Assert.DoesNotMatch("Wants to talk first|On leave|Need not|Left</th>", before);
        Assert.Contains("Nobody has acknowledged it yet.", before, StringComparison.Ordinal);
        Assert.Contains("<strong>0 of 1</strong> person who is to", before, StringComparison.Ordinal);
        Assert.Contains("I have read it.", before, StringComparison.Ordinal);
        Assert.Contains("Everybody who is to acknowledge it has done so.", after, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_headings_are_in_order_and_each_table_has_a_caption_and_scopes()
    {
        var levels = Regex.Matches(Page, "<h([1-6])").Select(match => Number(match, 1)).ToList();

        Assert.Equal(1, levels[0]);
        Assert.All(levels.Skip(1), level => Assert.Equal(2, level));
        Assert.Equal(Regex.Count(Page, "<table"), Regex.Count(Page, "<caption"));
        Assert.DoesNotMatch("<th(?! scope|ead)", Page);
    }

    [Fact]
    public async Task All_three_files_come_of_one_report()
    {
        var folder = Environment.GetEnvironmentVariable("POLICYBOT_PACK") is { Length: > 0 } named ? named : Directory.CreateTempSubdirectory("policybot-pack-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "pack.html"), Page, TestContext.Current.CancellationToken);
        await using (var csv = File.Create(Path.Combine(folder, "pack.csv")))
            ReportCsv.Write(Sample, csv);

        await using (var workbook = File.Create(Path.Combine(folder, "pack.xlsx")))
            ReportWorkbook.Write(Sample, workbook);

        Assert.All(Directory.GetFiles(folder, "pack.*"), file => Assert.InRange(new FileInfo(file).Length, 1_000, 200_000));
        Assert.Equal(3, Directory.GetFiles(folder, "pack.*").Length);
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);
}
