using System.Text;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>Turns a second on one core: an answered question, beside a bare Kestrel JSON echo in the same run.</summary>
internal static class TurnSpeed
{
    private const int Connections = 32, Runs = 3;

    public static readonly byte[] Question = Encoding.UTF8.GetBytes("""
        {"type":"message","text":"do i have to sign the AUP","id":"71aa2e45-4b0e-4297-90bf-0f8613fad83a","from":{"id":"user-id-0","name":"Alex Wilber","aadObjectId":"00000000-0000-0000-0000-000000000020"},
        "timestamp":"2026-11-22T06:39:36.402Z","localTimestamp":"2026-11-22T06:39:36.402+00:00","localTimezone":"UTC","serviceUrl":"http://localhost:56150/_connector","deliveryMode":"expectReplies",
        "conversation":{"conversationType":"personal","tenantId":"00000000-0000-0000-0000-000000000001","id":"8ecad126-9178-45ed-b44b-bb9394200cdb"},
        "recipient":{"id":"00000000-0000-0000-0000-000000000011","name":"Test Bot"},"textFormat":"plain","locale":"en-US",
        "entities":[{"type":"clientInfo","locale":"en-US","country":"US","platform":"Web","timezone":"UTC"}],
        "channelData":{"tenant":{"id":"00000000-0000-0000-0000-000000000001"}},"channelId":"msteams"}
        """);

    private static readonly byte[] Thanks = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Question).Replace("do i have to sign the AUP", "thank you", StringComparison.Ordinal));

    public static async Task RunAsync(int warmupSeconds, int seconds)
    {
        ServerProcess.TakeTheOtherCores();
        using var bot = ServerProcess.Bot();
        using var bare = ServerProcess.Bare();
        await Task.WhenAll(bot.UntilItAnswersAsync(Question), bare.UntilItAnswersAsync(Question));
        Console.WriteLine($"warming each for {warmupSeconds} s");
        foreach (var server in (ServerProcess[])[bot, bare])
            await new Load(server.Port, Question, Connections).RunAsync(TimeSpan.FromSeconds(warmupSeconds));

        for (var run = 1; run <= Runs; run++)
        {
            var answered = await MeasureAsync("an answered question", bot, seconds, Question);
            var echoed = await MeasureAsync("bare Kestrel JSON echo", bare, seconds, Question);
            Console.WriteLine($"run {run}: {answered / echoed:0.00} of bare Kestrel");
        }
    }

    /// <summary>As in production: the channel's tokens are checked and the database is on; an answered question, and the shortest talk.</summary>
    public static async Task ReadsAsync(int warmupSeconds, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("policybot-reads-");
        await using var channel = await FakeTeams.StartAsync();
        var key = ChannelKey.New("key-1", "msteams");
        channel.Keys = [key];
        ServerProcess.TakeTheOtherCores();
        using var bot = EndorsedBot.Start(channel, Path.Combine(folder.FullName, "reads.db"));
        using var bare = ServerProcess.Bare();
        var token = new ChannelToken(key, "http://localhost:56150/_connector", EndorsedBot.AppId, TimeProvider.System.GetUtcNow()).Sign();
        var headers = $"Authorization: Bearer {token}\r\n";
        await Task.WhenAll(bot.UntilItAnswersAsync(Question, token), bare.UntilItAnswersAsync(Question));
        Console.WriteLine($"warming each for {warmupSeconds} s");
        foreach (var server in (ServerProcess[])[bot, bare])
            await new Load(server.Port, Question, Connections, headers).RunAsync(TimeSpan.FromSeconds(warmupSeconds));

        for (var run = 1; run <= Runs; run++)
        {
            await MeasureAsync("an answered question", bot, seconds, Question, headers);
            await MeasureAsync("a word of thanks", bot, seconds, Thanks, headers);
            await MeasureAsync("bare Kestrel JSON echo", bare, seconds, Question, headers);
        }

        folder.Delete(recursive: true);
    }

    private static async Task<double> MeasureAsync(string name, ServerProcess server, int seconds, byte[] body, string headers = "")
    {
        var (perSecond, p50, p99) = await new Load(server.Port, body, Connections, headers).RunAsync(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"{name,-24} {perSecond,8:N0} a second, p50 {p50:0.00} ms, p99 {p99:0.00} ms, {server.Memory / 1048576} MB");
        return perSecond;
    }
}
