using System.Net;

namespace PolicyBot.Tests.BotFramework;

public sealed class RequestLimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_that_says_too_much_is_told_when_to_come_again_and_others_are_heard()
    {
        await using var bot = await BotHost.StartAsync(more: ["--Limits:PerConversation=3"]);

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
            answers.Add(await SayAsync(bot, "a:1"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, "a:2"));

        bot.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (await SayAsync(bot, "a:1"), await SayAsync(bot, "a:1")));
    }

    [Fact]
    public async Task An_address_that_proves_nothing_is_soon_not_listened_to_and_health_is_still_told()
    {
        await using var bot = await BotHost.StartAsync(more: ["--Limits:PerAddress=4"]);

        var refused = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            using var answer = await bot.PostAsync(Said.Message("hi", bot.Channel.ServiceUrl), "Bearer forged");
            refused.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Unauthorized, 4), .. Enumerable.Repeat(HttpStatusCode.TooManyRequests, 2)], refused);
        using var page = await bot.Http.GetAsync("/privacy", Token);
        Assert.Equal((HttpStatusCode.TooManyRequests, "10"), (page.StatusCode, $"{page.Headers.RetryAfter}"));
        using var health = await bot.Http.GetAsync("/health/live", Token);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task Behind_a_proxy_everybody_counts_for_themselves_and_nobody_can_say_they_are_another()
    {
        await using var bot = await BotHost.StartAsync(more: ["--Limits:PerAddress=2"]);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests],
            [await LookAsync(bot, "203.0.113.7"), await LookAsync(bot, "1.1.1.1, 203.0.113.7"), await LookAsync(bot, "2.2.2.2, 203.0.113.7")]);
        Assert.Equal(HttpStatusCode.OK, await LookAsync(bot, "203.0.113.8"));
    }

    [Fact]
    public async Task What_the_channel_proved_that_it_sent_does_not_count()
    {
        await using var bot = await BotHost.StartAsync(more: ["--Limits:PerAddress=2"]);

        for (var i = 0; i < 6; i++)
            Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, $"a:{i}"));
    }

    [Fact]
    public async Task Somebody_who_says_too_much_takes_nothing_from_others_behind_the_same_address()
    {
        await using var bot = await BotHost.StartAsync(more: ["--Limits:PerAddress=3", "--Limits:PerConversation=1"]);

        for (var i = 0; i < 6; i++)
            await SayAsync(bot, "a:1");

        Assert.Equal(HttpStatusCode.OK, await SayAsync(bot, "a:2"));
    }

    private static async Task<HttpStatusCode> SayAsync(BotHost bot, string conversation)
    {
        using var answer = await bot.PostAsync(Said.Message("hi", bot.Channel.ServiceUrl, more: Said.ExpectReplies).Replace("a:1", conversation, StringComparison.Ordinal));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> LookAsync(BotHost bot, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/privacy");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwardedFor);
        using var answer = await bot.Http.SendAsync(request, Token);
        return answer.StatusCode;
    }
}
