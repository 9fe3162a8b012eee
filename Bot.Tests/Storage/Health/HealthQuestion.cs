using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Storage.Schedules;
using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Storage.Health;

/// <summary>Asks a bot how it is, over HTTP.</summary>
internal static class HealthQuestion
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <returns>A bot that has prepared its database and begun its scheduled work.</returns>
    public static async Task<BotHost> StartedAsync(TestDatabase database, Action<IServiceCollection>? change = null)
    {
        var host = await BotHost.StartAsync(change, database);
        var begun = host.Services.GetRequiredService<Timekeeper>().ExecuteTask!;
        await begun.WaitAsync(TimeSpan.FromSeconds(60), Token);
        return host;
    }

    /// <returns>The answer as lines: the status, then each check.</returns>
    public static async Task<string> AskAsync(this BotHost host, string what)
    {
        using var response = await host.Http.GetAsync(new Uri($"/health/{what}", UriKind.Relative), Token);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        var status = json.RootElement.GetProperty("status");
        var checks = json.RootElement.GetProperty("checks").EnumerateArray()
            .Select(check => $"{check.GetProperty("name")} {check.GetProperty("status")}: {check.GetProperty("says")}");
        return string.Join('\n', checks.Prepend($"{(int)response.StatusCode} {status}"));
    }
}
