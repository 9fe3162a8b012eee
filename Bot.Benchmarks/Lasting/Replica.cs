using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Benchmarks.Speed;
using PolicyBot.BotFramework;
using PolicyBot.Commands;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Turns;

namespace PolicyBot.Benchmarks.Lasting;

/// <summary>The bot's own wire, turns, outbox and storage, with a bot behind them that counts what it hears.</summary>
internal static class Replica
{
    /// <summary>A sign that somebody is typing changes nothing and is not answered: good for seeing whether a replica is up.</summary>
    public static readonly byte[] Typing = """
        {"type":"typing","channelId":"msteams","serviceUrl":"http://127.0.0.1/","from":{"id":"29:x"},"conversation":{"id":"a:x"}}
        """u8.ToArray();

    /// <summary>The same from where a channel is, to which the bot would write first.</summary>
    public static byte[] TypingFrom(FakeTeams channel) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Typing).Replace("http://127.0.0.1/", channel.PlainServiceUrl, StringComparison.Ordinal));

    public static ServerProcess Start(IEnumerable<string> settings) => new(typeof(Replica).Assembly.Location,
        $"replica --environment Development --urls {{url}} --Logging:LogLevel:Default=Warning {string.Join(' ', settings.Select(setting => $"\"{setting}\""))}",
        onFirstCore: false);

    public static async Task RunAsync(string[] args)
    {
        await using var app = Program.Build(args, new StartMistakes(), services => services.AddSingleton<IBot, CountingBot>());
        await app.RunAsync();
    }
}
