using System.Net;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Tests.BotFramework;

/// <summary>A token whose signature was proven before is not believed for anything else.</summary>
public sealed class ProvenTokenTests
{
    [Fact]
    public async Task It_ends_when_it_ends()
    {
        await using var bot = await BotHost.StartAsync();
        var token = bot.Token.Sign();
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, token, bot.Channel.ServiceUrl));

        bot.Clock.Advance(TimeSpan.FromMinutes(64));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, token, bot.Channel.ServiceUrl));
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(bot, token, bot.Channel.ServiceUrl));
    }

    [Fact]
    public async Task It_is_good_for_its_own_service_URL_only()
    {
        await using var bot = await BotHost.StartAsync();
        var token = bot.Token.Sign();
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, token, bot.Channel.ServiceUrl));

        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(bot, token, $"{bot.Channel.ServiceUrl}elsewhere/"));
    }

    [Fact]
    public async Task It_falls_with_its_key()
    {
        await using var bot = await BotHost.StartAsync();
        var token = (bot.Token with { Expires = TimeSpan.FromDays(3) }).Sign();
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, token, bot.Channel.ServiceUrl));

        bot.Channel.Keys = [ChannelKey.New("key-1", "msteams")];
        bot.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(bot, token, bot.Channel.ServiceUrl));
    }

    private static async Task<HttpStatusCode> SayAsync(BotHost bot, string token, string serviceUrl)
    {
        using var response = await bot.PostAsync(Said.Message("hello", serviceUrl), $"Bearer {token}");
        return response.StatusCode;
    }
}
