using System.Net;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Tests.BotFramework;

public sealed class SigningKeysTests
{
    [Fact]
    public async Task A_key_rotated_in_is_fetched_when_first_seen_and_then_not_for_five_minutes()
    {
        await using var bot = await BotHost.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, bot.Key));
        var rotated = ChannelKey.New("key-2", "msteams");
        bot.Channel.Keys = [bot.Key, rotated];

        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(bot, rotated));
        bot.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, rotated));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(bot, ChannelKey.New("never", "msteams")));

        Assert.Equal(2, bot.Channel.KeyRequests);
    }

    [Fact]
    public async Task A_key_withdrawn_is_refused_after_a_day()
    {
        await using var bot = await BotHost.StartAsync();
        var withdrawn = bot.Token with { Expires = TimeSpan.FromDays(3) };
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, withdrawn));
        bot.Channel.Keys = [ChannelKey.New("key-2", "msteams")];

        bot.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, withdrawn));
        bot.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(bot, withdrawn));
    }

    [Fact]
    public async Task Many_who_need_the_keys_at_once_fetch_them_once()
    {
        await using var bot = await BotHost.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SayAsync(bot, bot.Key)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal(1, bot.Channel.KeyRequests);
    }

    [Fact]
    public async Task A_channel_that_is_down_refuses_nobody_it_knew_and_is_asked_again_soon()
    {
        await using var bot = await BotHost.StartAsync();
        bot.Channel.IsDown = true;
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(bot, bot.Key));

        bot.Channel.IsDown = false;
        bot.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, bot.Key));

        bot.Channel.IsDown = true;
        bot.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, bot.Token with { Expires = TimeSpan.FromDays(3) }));
    }

    private static Task<HttpStatusCode> SayAsync(BotHost bot, ChannelKey key) => SayAsync(bot, bot.Token with { Key = key });

    private static async Task<HttpStatusCode> SayAsync(BotHost bot, ChannelToken token)
    {
        using var response = await bot.PostAsync(Said.Message("hello", bot.Channel.ServiceUrl), $"Bearer {token.Sign()}");
        return response.StatusCode;
    }
}
