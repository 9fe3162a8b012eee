using System.Net;
using PolicyBot.Policies;
using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Policies;

public sealed class PolicyPagesTests(SharedBot shared)
{
    [Fact]
    public async Task The_page_has_an_anchor_for_each_clause_and_says_where_the_review_stands()
    {
        var page = await shared.Host.Http.GetStringAsync("/policies/social-media", TestContext.Current.CancellationToken);

        Assert.Contains("⚠ Review was due September 2023. It is still the adopted policy.", page, StringComparison.Ordinal);
        Assert.Contains("September 2023 (the policy names no day; taken as 30 September 2023)", page, StringComparison.Ordinal);
        foreach (var id in (string[])["purpose", "ambassadors", "scope", "invitations", "review"])
            Assert.Contains($"<span class=\"clause\" id=\"{id}\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_foreign_may_load_on_the_page()
    {
        using var response = await shared.Host.Http.GetAsync("/policies/social-media", TestContext.Current.CancellationToken);

        Assert.StartsWith("default-src 'none'; style-src 'sha256-", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("..%2f..%2fetc")]
    [InlineData("%3Cscript%3E")]
    public async Task An_unknown_policy_is_told_with_those_there_are(string id)
    {
        using var response = await shared.Host.Http.GetAsync($"/policies/{id}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("href=\"/policies/social-media\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_a_policy_is_shown_and_not_obeyed()
    {
        using var folder = new PolicyFolder().With("phones", PolicyFolder.Good.Replace("in the office", "<script>x</script> **now**", StringComparison.Ordinal));
        var policy = Assert.Single(PolicyLibrary.Load(folder.Path).Library.Policies);

        var html = new PolicyDocument(policy, new DateOnly(2026, 11, 23)).ToHtml();

        Assert.Contains("&lt;script&gt;x&lt;/script&gt; <strong>now</strong>", html, StringComparison.Ordinal);
        Assert.Contains("To be reviewed Autumn Term 2026.", html, StringComparison.Ordinal);
    }
}
