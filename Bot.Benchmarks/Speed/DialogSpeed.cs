using System.Diagnostics;
using System.Text;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>
/// What a turn inside a dialog costs beside a plain question, as in production on SQLite: each connection is a person who is
/// walked through a situation, and one who only asks.
/// </summary>
internal static class DialogSpeed
{
    private const int Connections = 32;

    /// <summary>A walk with an answer, doubt, a way back, a question in the middle, a correction and an end.</summary>
    private static readonly string[] Walk =
        ["walk me through a friend request", "zonk", "do i have to sign the AUP", "help", "only from the club", "walk me through a friend request", "cancel"];

    private static readonly string[] Plain = ["do i have to sign the AUP"], WithOffer = ["can i post a photo of the kids"];

    public static async Task RunAsync(int warmupSeconds, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("policybot-dialogs-");
        await using var channel = await FakeTeams.StartAsync();
        var key = ChannelKey.New("key-1", "msteams");
        channel.Keys = [key];
        ServerProcess.TakeTheOtherCores();
        using var bot = EndorsedBot.Start(channel, Path.Combine(folder.FullName, "dialogs.db"));
        var token = new ChannelToken(key, "http://localhost:56150/_connector", EndorsedBot.AppId, TimeProvider.System.GetUtcNow()).Sign();
        await bot.UntilItAnswersAsync(Activity("hello", "warm", "0"), token);
        foreach (var (name, lines) in new[] { ("warming up", Plain), ("a plain question", Plain), ("with an offer beside it", WithOffer), ("a turn inside a dialog", Walk) })
            await MeasureAsync(name, bot, lines, token, warmupSeconds, seconds);

        folder.Delete(recursive: true);
    }

    private static async Task MeasureAsync(string name, ServerProcess bot, string[] lines, string token, int warmupSeconds, int seconds)
    {
        var run = Stopwatch.GetTimestamp();
        var load = new Load(bot.Port, (connection, turn) => Activity(lines[turn % lines.Length], $"{run}-{connection}", $"{turn}"), Connections, $"Authorization: Bearer {token}\r\n");
        await load.RunAsync(TimeSpan.FromSeconds(warmupSeconds));
        run = Stopwatch.GetTimestamp();
        var before = bot.ProcessorTime;
        var (perSecond, p50, p99) = await load.RunAsync(TimeSpan.FromSeconds(seconds));
        var each = (bot.ProcessorTime - before).TotalMicroseconds / (perSecond * seconds);
        Console.WriteLine($"{name,-24} {perSecond,8:N0} a second, p50 {p50:0.00} ms, p99 {p99:0.00} ms, {each:0} us of processor each, {bot.Memory / 1048576} MB");
    }

    private static byte[] Activity(string text, string conversation, string id) => Encoding.UTF8.GetBytes($$$"""
        {"type":"message","text":"{{{text}}}","id":"{{{id}}}","from":{"id":"user-{{{conversation}}}"},"serviceUrl":"http://localhost:56150/_connector","deliveryMode":"expectReplies",
        "conversation":{"conversationType":"personal","tenantId":"{{{EndorsedBot.TenantId}}}","id":"{{{conversation}}}"},
        "recipient":{"id":"28:bot","name":"PolicyBot"},"channelData":{"tenant":{"id":"{{{EndorsedBot.TenantId}}}"}},"channelId":"msteams"}
        """);
}
