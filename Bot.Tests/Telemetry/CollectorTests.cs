using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Telemetry;

/// <summary>A collector on real HTTP: what arrives there, and what does not.</summary>
public sealed class CollectorTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_and_metrics_arrive_and_nobody_and_no_word_is_in_them()
    {
        var arrived = new ConcurrentDictionary<string, byte[]>();
        await using var collector = await StartAsync(arrived);
        await using (var bot = await BotHost.StartAsync(more: [$"--Telemetry:Collector={collector.Urls.First()}"]))
        {
            using var response = await bot.PostAsync(Said.Message("can I add a parent on facebook", bot.Channel.ServiceUrl));
            response.EnsureSuccessStatusCode();
        } // What is not sent yet is sent at the end.

        var (traces, metrics) = (Encoding.UTF8.GetString(arrived["/v1/traces"]), Encoding.UTF8.GetString(arrived["/v1/metrics"]));
        Assert.Contains("turn message", traces, StringComparison.Ordinal);
        Assert.Contains("policybot.turn.duration", metrics, StringComparison.Ordinal);
        Assert.All([traces, metrics], sent =>
        {
            Assert.DoesNotContain("v3/conversations", sent, StringComparison.Ordinal);
            Assert.DoesNotContain("facebook", sent, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("11111111-2222", sent, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("--Telemetry:Metrics=often", "Telemetry:Metrics is 'often'. Write true or false.")]
    [InlineData("--Telemetry:Collector=grafana", "Telemetry:Collector is 'grafana', which is no address. Write one such as http://127.0.0.1:4318, or nothing.")]
    public void A_wrong_setting_is_said(string setting, string sentence)
    {
        var mistakes = new PolicyBot.Commands.StartMistakes();
        using var app = Program.Build([setting, "--environment=Development"], mistakes) as IDisposable;

        Assert.Contains(sentence, mistakes.InSettings);
    }

    private static async Task<WebApplication> StartAsync(ConcurrentDictionary<string, byte[]> arrived)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.MapPost("/{**path}", async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, Token);
            arrived.AddOrUpdate(http.Request.Path.Value!, body.ToArray(), (_, before) => [.. before, .. body.ToArray()]);
        });
        await collector.StartAsync(Token);
        return collector;
    }
}
