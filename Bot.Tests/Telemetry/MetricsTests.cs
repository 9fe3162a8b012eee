using System.Globalization;
using System.Text.RegularExpressions;
using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Telemetry;

public sealed partial class MetricsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_asked_is_counted_and_what_it_was_is_not_told()
    {
        await using var bot = await BotHost.StartAsync(more: ["--Telemetry:Metrics=true"]);
        foreach (var text in (string[])["can I post a photo of the children on my own facebook", "may we have a trampoline", "a child told me her dad hits her"])
            using (var response = await bot.PostAsync(Said.Message(text, bot.Channel.ServiceUrl, more: Said.ExpectReplies)))
                response.EnsureSuccessStatusCode();

        var shown = await bot.Http.GetStringAsync("/metrics", Token);

        Assert.All(shown.TrimEnd('\n').Split('\n'), line => Assert.Matches(Line(), line));
        Assert.True(ValueOf(shown, "policybot_answers_total{outcome=\"MustNot\"}") >= 1);
        Assert.True(ValueOf(shown, "policybot_answers_total{outcome=\"NotCovered\"}") >= 1);
        Assert.True(ValueOf(shown, "policybot_turn_duration_seconds_count{failed=\"False\",type=\"message\"}") >= 3);
        Assert.Equal(ValueOf(shown, "policybot_turn_duration_seconds_count{failed=\"False\",type=\"message\"}"),
            ValueOf(shown, "policybot_turn_duration_seconds_bucket{failed=\"False\",type=\"message\",le=\"+Inf\"}"));
        Assert.Contains("http_server_request_duration_seconds_count", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("afeguarding", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("11111111-2222", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_are_none_where_nobody_asked_for_them()
    {
        await using var bot = await BotHost.StartAsync();

        using var answer = await bot.Http.GetAsync("/metrics", Token);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static double ValueOf(string text, string line) =>
        double.Parse(text.Split('\n').Single(each => each.StartsWith($"{line} ", StringComparison.Ordinal))[(line.Length + 1)..], CultureInfo.InvariantCulture);

    /// <summary>"Text format details", Prometheus documentation.</summary>
    [GeneratedRegex("""^(# (HELP|TYPE) [a-z_:][a-z0-9_:]* .*|[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\.)*",?)+\})? (\+Inf|-?[0-9.E+-]+|NaN))$""")]
    private static partial Regex Line();
}
