using System.Diagnostics;
using PolicyBot.Benchmarks.Speed;
using PolicyBot.BotFramework;
using PolicyBot.Storage;
using PolicyBot.Tests.Channel;
using PolicyBot.Turns;
using Activity = PolicyBot.BotFramework.Activity;

namespace PolicyBot.Benchmarks.Lasting;

/// <summary>A message to each of many people, promised once and sent by two replicas on PostgreSQL; one may be killed half way.</summary>
internal sealed class RoundRun(int people, int perSecond, bool killsOne)
{
    private const string Campaign = "round";

    public async Task<int> RunAsync()
    {
        await using var channel = await FakeTeams.StartAsync();
        channel.KeepsCalls = false;
        channel.Limits = perSecond > 0 ? TeamsLimits.AsTeams with { App = [new RateLimit(perSecond, 1)] } : TeamsLimits.None;
        using var database = new ServedDatabase("Postgres");
        using var databases = database.Open();
        var outbox = new OutboxStore(databases, new OutboxSettings());
        await PromiseAsync(databases, outbox, channel.PlainServiceUrl);

        string[] settings = [.. database.Arguments, $"--Outbox:PerSecond={perSecond}"];
        var clock = Stopwatch.StartNew();
        using var one = Replica.Start(settings);
        using var two = Replica.Start(settings);
        await channel.Delivered.UntilAsync(1);
        var start = clock.Elapsed;
        await channel.Delivered.UntilAsync(people / 2);
        if (killsOne)
            one.Kill();
        Console.WriteLine($"half of them after {(clock.Elapsed - start).TotalSeconds:0.0} s{(killsOne ? "; one replica is killed" : "")}");
        await channel.Delivered.UntilAsync(people);
        return await VerdictAsync(channel, outbox, clock.Elapsed - start, killsOne ? [two] : [one, two]);
    }

    /// <summary>Everybody has written before, so that each message is one request.</summary>
    private async Task PromiseAsync(Databases databases, OutboxStore outbox, string serviceUrl)
    {
        var clock = Stopwatch.StartNew();
        var references = new ReferenceStore(databases, TimeProvider.System);
        foreach (var some in Enumerable.Range(0, people).Chunk(500))
            await references.SaveAsync([.. some.Select(i => new ConversationReference(Channels.Teams, serviceUrl, new() { Id = $"a:{i}", ConversationType = "personal" })
            {
                Bot = new() { Id = "28:bot" },
                User = new() { Id = $"29:{i}", AadObjectId = $"person-{i}" },
            })], CancellationToken.None);
        Console.WriteLine($"{people:N0} references in {clock.Elapsed.TotalSeconds:0.0} s");

        clock.Restart();
        var now = TimeProvider.System.GetUtcNow();
        await outbox.PromiseAsync([.. Enumerable.Range(0, people).Select(i =>
            new Promise(new Recipient.Person($"person-{i}"), new Activity { Text = "Please read the policy." }, now) { Key = $"{Campaign}/{i}", Campaign = Campaign })], now, CancellationToken.None);
        Console.WriteLine($"{people:N0} messages promised in {clock.Elapsed.TotalSeconds:0.0} s");
    }

    private async Task<int> VerdictAsync(FakeTeams channel, OutboxStore outbox, TimeSpan took, IReadOnlyList<ServerProcess> replicas)
    {
        // What the killed one had sent and not written down comes again when its lease ends.
        var progress = await ProgressAsync(outbox);
        await Lookout.UntilAsync(async () => (progress = await ProgressAsync(outbox)).Waiting == 0, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(90));

        var reached = channel.Delivered.All.Select(delivery => delivery.ConversationId).Distinct().Count();
        var limit = perSecond > 0 ? (double)people / perSecond : 0;
        Console.WriteLine($"""
            reached {reached:N0} of {people:N0} in {took.TotalSeconds:0.0} s, {people / took.TotalSeconds:N0} a second{(limit > 0 ? $", {took.TotalSeconds / limit - 1:+0.0%;-0.0%} beside the limit's {limit:N0} s" : "")}
            in the outbox: delivered {progress.Delivered:N0}, refused {progress.Undeliverable}, waiting {progress.Waiting}; sent twice {channel.Delivered.Total - reached}
            throttled by the channel {channel.Traffic.Throttled(Limited.App)} (app), {channel.Traffic.Throttled(Limited.Send)} (conversation); most in a second {channel.Traffic.Peak}
            replicas: {string.Join("; ", replicas.Select(replica => $"{replica.ProcessorTime.TotalSeconds:0.0} s of processor, {replica.Memory / 1048576} MB"))}
            """);
        return reached == people && progress.Delivered == people ? 0 : 1;
    }

    private static async Task<CampaignProgress> ProgressAsync(OutboxStore outbox) =>
        (await outbox.ProgressAsync(CancellationToken.None)).Single(each => each.Campaign == Campaign);
}
