using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Policies;
using PolicyBot.Storage;
using PolicyBot.Teams.Reviews;
using PolicyBot.Tests.Acknowledgements.Reports;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Policies;

namespace PolicyBot.Tests.Accessibility;

/// <summary>The pages before axe-core in a real browser, where both are there; with POLICYBOT_REQUIRE_AXE they have to be.</summary>
public sealed class AxeTests(SharedBot shared)
{
    private const int Phone = 390, Desktop = 1280;

    [Theory]
    [InlineData(Phone, false)]
    [InlineData(Desktop, true)]
    public Task The_evidence_pack_keeps_nobody_out(int width, bool isDark) => CheckAsync(SamplePack.Page(SamplePack.Report()), width, isDark);

    [Theory]
    [InlineData(Phone, true)]
    [InlineData(Desktop, false)]
    public async Task The_policy_page_keeps_nobody_out(int width, bool isDark) =>
        await CheckAsync(await shared.Host.Http.GetStringAsync("/policies/social-media", TestContext.Current.CancellationToken), width, isDark);

    [Theory]
    [InlineData("/privacy", Phone, false)]
    [InlineData("/privacy", Desktop, true)]
    [InlineData("/terms", Phone, true)]
    public async Task What_is_kept_and_the_terms_keep_nobody_out(string path, int width, bool isDark) =>
        await CheckAsync(await shared.Host.Http.GetStringAsync(path, TestContext.Current.CancellationToken), width, isDark);

    [Theory]
    [InlineData(Phone, false)]
    [InlineData(Desktop, true)]
    public async Task What_a_review_needs_keeps_nobody_out(int width, bool isDark)
    {
        await shared.Host.Services.GetRequiredService<Databases>().PrepareAsync();
        var standing = (await shared.Host.Services.GetRequiredService<ReviewDesk>().FindAsync("social-media", TestContext.Current.CancellationToken))!;
        await CheckAsync(PageFrame.Around("Review", await shared.Host.Services.GetRequiredService<ReviewPage>().HtmlAsync(standing, TestContext.Current.CancellationToken)), width, isDark);
    }

    [Theory]
    [InlineData(Phone, true)]
    [InlineData(Desktop, false)]
    public Task Two_texts_side_by_side_keep_nobody_out(int width, bool isDark)
    {
        var policy = shared.Host.Services.GetRequiredService<PolicyLibrary>().Policies[0];
        var before = policy.With("could offend other members of staff", "could offend other staff").With("Online forums", "Forums");
        return CheckAsync(PageFrame.Around("Changes", $"<h1>What was changed</h1>{ComparisonHtml.Of(before, policy)}"), width, isDark);
    }

    [Fact]
    public async Task A_page_that_keeps_somebody_out_is_found()
    {
        var found = await Chromium.FindingsAsync("<!DOCTYPE html><html><head><title>x</title></head><body><p style=\"color: #ccc\">Pale.</p></body></html>", Phone, TestContext.Current.CancellationToken);

        Skip(found);
        Assert.Contains("color-contrast", found, StringComparison.Ordinal);
        Assert.Contains("html-has-lang", found, StringComparison.Ordinal);
    }

    private static async Task CheckAsync(string page, int width, bool isDark)
    {
        var shown = isDark ? page.Replace("(prefers-color-scheme: dark)", "screen", StringComparison.Ordinal) : page;
        var found = await Chromium.FindingsAsync(shown, width, TestContext.Current.CancellationToken);

        Skip(found);
        Assert.Equal("", found);
    }

    private static void Skip(string? found) =>
        Assert.SkipWhen(found is null && Environment.GetEnvironmentVariable("POLICYBOT_REQUIRE_AXE") is null, "Chromium or axe-core (POLICYBOT_AXE) is not installed.");
}
