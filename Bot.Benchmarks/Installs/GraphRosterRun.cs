using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Benchmarks.Lasting;
using PolicyBot.BotFramework;
using PolicyBot.Commands;
using PolicyBot.Graph.Runners;
using PolicyBot.Storage;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Graph.Service;
using PolicyBot.Turns;

namespace PolicyBot.Benchmarks.Installs;

/// <summary>
/// A trust's staff from a group of the directory, page by page past Graph's refusals, and the bot installed for those it
/// cannot write to, by two replicas on PostgreSQL that share Graph's limits.
/// </summary>
internal sealed class GraphRosterRun(int members, int installs)
{
    private const int EachPageRefused = 7;

    public async Task<int> RunAsync()
    {
        using var database = new ServedDatabase("postgres");
        await using var graph = await FakeGraph.StartAsync();
        for (var number = 1; number <= members; number++)
            graph.Directory.Add(number, GraphDirectory.Staff);

        (graph.KeepsCalls, graph.Throttle.IsOn, graph.Throttle.EachPageOfMembers) = (false, true, EachPageRefused);
        await using var one = Bot(database, graph);
        await using var other = Bot(database, graph);
        await one.Services.GetRequiredService<Databases>().PrepareAsync();
        var isRead = await ReadAsync(graph, one);
        await KnowAllButAsync(graph, one);
        return isRead && await InstallAsync(graph, one, other) ? 0 : 1;
    }

    private async Task<bool> ReadAsync(FakeGraph graph, WebApplication bot)
    {
        var clock = Stopwatch.StartNew();
        var said = await bot.Services.GetRequiredService<RosterCommand>().ImportGroupAsync(GraphDirectory.Staff, isTry: false);
        Console.WriteLine($"{said.Text.Split('\n')[^1]}");
        Console.WriteLine($"read: {clock.Elapsed.TotalSeconds:0.0} s, {graph.Answered:N0} calls, {graph.Throttle.Refusals:N0} of them 429");
        return said.Text.Contains($"{members:N0} people", StringComparison.Ordinal);
    }

    /// <summary>The others have written to the bot before.</summary>
    private async Task KnowAllButAsync(FakeGraph graph, WebApplication bot) =>
        await bot.Services.GetRequiredService<IReferenceStore>().SaveAsync(
            [.. graph.Directory.People.Keys.Skip(installs).Select(id => new ConversationReference(Channels.Teams, "https://localhost/", new ConversationAccount { Id = $"a:{id}", ConversationType = "personal" })
            {
                User = new ChannelAccount { AadObjectId = id },
            })], CancellationToken.None);

    private async Task<bool> InstallAsync(FakeGraph graph, WebApplication one, WebApplication other)
    {
        var (clock, calls, refusals) = (Stopwatch.StartNew(), graph.Answered, graph.Throttle.Refusals);
        await one.Services.GetServices<IScheduledWork>().Single(work => work.Name == "install-for-staff").RunAsync(CancellationToken.None);
        await Task.WhenAll(WorkOffAsync(one), WorkOffAsync(other));

        var installed = graph.Directory.People.Values.Count(person => person.IsInstalled);
        var again = graph.Directory.People.Values.Sum(person => person.InstalledAgain);
        var written = await WrittenToAsync(graph, one);
        Console.WriteLine($"installed: {installed:N0} of {installs:N0} in {clock.Elapsed.TotalSeconds:0.0} s, {installs / clock.Elapsed.TotalSeconds:0.0} a second; "
            + $"{graph.Answered - calls:N0} calls, {graph.Throttle.Refusals - refusals:N0} of them 429; installed twice: {again:N0}; can be written to: {written:N0}");
        return installed == installs && again == 0 && written == members;
    }

    private static async Task WorkOffAsync(WebApplication bot)
    {
        var (round, errands) = (bot.Services.GetRequiredService<ErrandRound>(), bot.Services.GetRequiredService<IErrandStore>());
        while ((await errands.UnderAsync("install/", CancellationToken.None)).Any(errand => errand.State is ErrandState.Open))
            for (var batch = 0; batch < 20 && await round.RunAsync(InstallErrand.OfKind, CancellationToken.None) > 0; batch++)
            {
            }
    }

    private static async Task<int> WrittenToAsync(FakeGraph graph, WebApplication bot) =>
        (await bot.Services.GetRequiredService<IReferenceStore>().FindAsync([.. graph.Directory.People.Keys.Select(id => new Recipient.Person(id))], CancellationToken.None))
            .Keys.Count(thread => thread.StartsWith("people/", StringComparison.Ordinal));

    private static WebApplication Bot(ServedDatabase database, FakeGraph graph) => Program.Build(
        [
            "--environment=Development", "--Logging:LogLevel:Default=Warning", "--MicrosoftAppId=6b9f2e7a-1111-4222-8333-444455556666",
            "--MicrosoftAppTenantId=0a1b2c3d-aaaa-4bbb-8ccc-ddddeeeeffff", $"--MicrosoftAppPassword={GraphTokenDesk.Secret}",
            "--Graph:Enabled=true", "--Graph:InstallForStaff=true", $"--Graph:Endpoint={graph.Endpoint}", $"--Graph:Authority={graph.Address}",
            $"--Graph:TeamsAppId={GraphDirectory.ManifestId}", $"--Graph:CatalogueAppId={GraphDirectory.CatalogueId}", .. database.Arguments,
        ],
        new StartMistakes(), services => services.AddSingleton(SelfSigned.TrustingClient()));
}
