using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicyBot.Policies;

namespace PolicyBot.Commands;

/// <summary>Runs the bot until it is told to stop, and says at the start how to talk to it.</summary>
internal static class ServeCommand
{
    private const string DefaultAddress = "http://127.0.0.1:3978";

    private static readonly TimeSpan UntilSettled = TimeSpan.FromSeconds(5);

    /// <summary>This machine only, unless the settings say otherwise.</summary>
    public static void ListenLocally(this IWebHostBuilder host, IConfiguration settings)
    {
        if (settings["urls"] is null && settings["http_ports"] is null)
            host.UseUrls(DefaultAddress);
    }

    public static async Task<int> RunAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception problem) when (problem is IOException or FormatException or ArgumentException or InvalidOperationException)
        {
            await app.StopAsync(); // Otherwise what was begun beside it takes its end for a fault, and says so at length.
            return new Command.Explain($"The bot cannot start: {problem.Message} Choose another address with --urls.", Command.BadUsage).Print();
        }

        Console.WriteLine(Greeting(app));
        var stopped = app.WaitForShutdownAsync();
        if (await Task.WhenAny(stopped, Task.Delay(UntilSettled)) != stopped)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive); // What the start left behind; before, it would keep the first answer waiting.
        await stopped;
        return Command.Done;
    }

    private static string Greeting(WebApplication app)
    {
        var address = app.Urls.First();
        var today = SchoolTime.Today(app.Services.GetRequiredService<TimeProvider>());
        var policies = app.Services.GetRequiredService<PolicyLibrary>().Policies
            .Select(policy => $"  {policy.Title} ({policy.Clauses.Count} clauses). {ReviewStatus.Of(policy, today)}\n    {address}/policies/{policy.Id}");
        return $"""
            PolicyBot listens on {string.Join(", ", app.Urls)} ({app.Environment.EnvironmentName}).

            It holds:
            {string.Join('\n', policies)}

            Talk to it:
              policybot chat                      in another terminal (or: dotnet run --project Bot -- chat)
              agentsplayground -e {address}/api/messages -c msteams
            Stop it with Ctrl+C.
            """;
    }
}
