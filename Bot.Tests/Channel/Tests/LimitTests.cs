using System.Net;
using PolicyBot.BotFramework;

namespace PolicyBot.Tests.Channel.Tests;

public sealed class LimitTests : IAsyncLifetime
{
    private BotOnTeams _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotOnTeams.StartAsync();
        _bot.Teams.KeepsCalls = false;
        _bot.Teams.Limits = TeamsLimits.AsTeams;
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    public static TheoryData<string, int, int> EachLimit
    {
        get
        {
            var each = new TheoryData<string, int, int>();
            foreach (var kind in new[] { Limited.Send, Limited.Create, Limited.Members })
            {
                foreach (var limit in TeamsLimits.AsTeams.Of(kind))
                    each.Add($"{kind}", limit.Requests, limit.Seconds);
            }

            return each;
        }
    }

    /// <summary>Evenly spread over the window, so that no shorter limit is met.</summary>
    [Theory, MemberData(nameof(EachLimit))]
    public async Task A_conversations_limit_bites_at_its_number_and_frees_up(string kind, int requests, int seconds)
    {
        var what = Enum.Parse<Limited>(kind);
        var (window, apart) = (TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds) / requests);
        for (var taken = 1; taken <= requests; taken++)
        {
            Assert.True((int)(await AskAsync(what)).Status is 200 or 201);
            if (taken < requests)
                _bot.Clock.Advance(apart);
        }

        var left = window - (requests - 1) * apart;
        Assert.Equal((HttpStatusCode.TooManyRequests, $"{Math.Ceiling(left.TotalSeconds)}"), await AskAsync(what));
        _bot.Clock.Advance(left - TimeSpan.FromTicks(1));
        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), await AskAsync(what));
        _bot.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.True((int)(await AskAsync(what)).Status is 200 or 201);
        Assert.Equal(2, _bot.Teams.Traffic.Throttled(what));
    }

    [Fact]
    public async Task The_app_may_ask_50_times_a_second_over_all_conversations()
    {
        var first = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => AskAsync(Limited.Send, $"a:{number}")));

        Assert.Equal(50, first.Count(answer => answer.Status is HttpStatusCode.Created));
        Assert.All(first.Where(answer => answer.Status is not HttpStatusCode.Created),
            answer => Assert.Equal((HttpStatusCode.TooManyRequests, "1"), answer));
        _bot.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Created, (await AskAsync(Limited.Send, "a:60")).Status);
        Assert.Equal((50, 1), (_bot.Teams.Traffic.Peak, _bot.Teams.Delivered.PeakInAConversation));
        Assert.Equal((10, 0), (_bot.Teams.Traffic.Throttled(Limited.App), _bot.Teams.Traffic.Throttled(Limited.Send)));
        Assert.Equal(51, _bot.Teams.Delivered.Total);
    }

    [Fact]
    public async Task What_one_conversation_is_refused_takes_nothing_from_the_app()
    {
        for (var number = 0; number < 100; number++)
            await AskAsync(Limited.Send);

        Assert.Equal((7, 93), (_bot.Teams.Traffic.Peak, _bot.Teams.Traffic.Throttled(Limited.Send)));
        Assert.Equal(HttpStatusCode.Created, (await AskAsync(Limited.Send, "a:other")).Status);
    }

    [Fact]
    public async Task Changing_and_deleting_count_as_sending()
    {
        for (var number = 0; number < 6; number++)
            await AskAsync(Limited.Send);

        var deleted = await _bot.AskAsync(HttpMethod.Delete, "/a:1/activities/7");
        var changed = await _bot.AskAsync(HttpMethod.Put, "/a:1/activities/7", "{}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests), (deleted.Status, changed.Status));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Limited.Members)).Status);
    }

    [Fact]
    public async Task The_bot_sees_a_busy_channel_and_how_long_it_asks_for()
    {
        for (var number = 0; number < 7; number++)
            Assert.IsType<SendOutcome.Sent>(await _bot.SayAsync("a:1", "hello"));

        Assert.Equal(new SendOutcome.Busy(429, TimeSpan.FromSeconds(1)), await _bot.SayAsync("a:1", "hello"));
        _bot.Teams.Limits = TeamsLimits.AsTeams with { SaysRetryAfter = false };
        Assert.Equal(new SendOutcome.Busy(429, null), await _bot.SayAsync("a:1", "hello"));
        Assert.Equal((7, 7), (_bot.Teams.Delivered.Total, _bot.Teams.Delivered.PeakInAConversation));
    }

    [Fact]
    public async Task Without_limits_all_is_taken_and_the_fastest_second_is_remembered()
    {
        _bot.Teams.Limits = TeamsLimits.None;
        for (var number = 0; number < 30; number++)
        {
            await AskAsync(Limited.Send);
            _bot.Clock.Advance(TimeSpan.FromSeconds(number < 20 ? .05 : .2));
        }

        Assert.Equal((20, 30), (_bot.Teams.Traffic.Peak, _bot.Teams.Delivered.Total));
    }

    private async Task<(HttpStatusCode Status, string? RetryAfter)> AskAsync(Limited what, string id = "a:1")
    {
        var (status, retryAfter, _) = await (what switch
        {
            Limited.Send => _bot.AskAsync(HttpMethod.Post, $"/{id}/activities", """{"type":"message","text":"hi"}"""),
            Limited.Create => _bot.AskAsync(HttpMethod.Post, "", """{"members":[{"id":"29:ann"}]}"""),
            _ => _bot.AskAsync(HttpMethod.Get, $"/{id}/pagedmembers"),
        });
        return (status, retryAfter);
    }
}
