using PolicyBot.BotFramework;

namespace PolicyBot.Tests.Channel.Tests;

public sealed class MisbehaviourTests : IAsyncLifetime
{
    private BotOnTeams _bot = null!;

    public async ValueTask InitializeAsync() => _bot = await BotOnTeams.StartAsync();

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task A_lost_answer_is_of_a_message_that_was_delivered()
    {
        _bot.Teams.Misbehaviour = new Misbehaviour { Lost = 1 };

        Assert.Equal(new SendOutcome.Lost(), await _bot.SayAsync("a:1", "hello"));
        Assert.Equal("hello", Assert.Single(_bot.Teams.Delivered.All).Text);
        Assert.Single(_bot.Teams.Calls);
    }

    [Fact]
    public async Task The_bot_loses_as_many_answers_as_the_channel_does()
    {
        _bot.Teams.Misbehaviour = new Misbehaviour { Lost = .3 };

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(number => _bot.SayAsync($"a:{number}", "hello")));

        Assert.Equal(_bot.Teams.LostAnswers, outcomes.Count(outcome => outcome is SendOutcome.Lost));
        Assert.InRange(_bot.Teams.LostAnswers, 1, 99);
        Assert.Equal((100, 0), (_bot.Teams.Delivered.Total, _bot.Teams.Delivered.Repeats.Count));
    }

    [Fact]
    public async Task A_busy_channel_delivers_nothing_and_says_so_in_each_of_its_ways()
    {
        _bot.Teams.Misbehaviour = new Misbehaviour { Busy = 1 };

        var seen = new HashSet<int>();
        for (var number = 0; number < 20; number++)
            seen.Add(Assert.IsType<SendOutcome.Busy>(await _bot.SayAsync("a:1", "hello")).Status);

        Assert.Equal([412, 502, 503, 504], seen.Order());
        Assert.Equal(0, _bot.Teams.Delivered.Total);
    }

    [Fact]
    public async Task A_slow_channel_keeps_the_bot_waiting_for_its_answer()
    {
        var clock = new HastyClock();
        var teams = await FakeTeams.StartAsync(clock, TestContext.Current.CancellationToken);
        await using var slow = new BotOnTeams(teams, _bot.Clock);
        slow.Teams.Misbehaviour = new Misbehaviour { Slow = 1, Delay = TimeSpan.FromSeconds(20) };

        Assert.IsType<SendOutcome.Sent>(await slow.SayAsync("a:1", "hello"));
        Assert.Equal([TimeSpan.FromSeconds(20)], clock.Waits);
    }

    [Fact]
    public async Task A_message_of_more_than_100_kilobytes_is_too_big()
    {
        Assert.IsType<SendOutcome.TooLarge>(await _bot.SayAsync("a:1", new string('x', 51_200)));
        Assert.IsType<SendOutcome.Sent>(await _bot.SayAsync("a:1", new string('é', 51_000)));
    }

    [Fact]
    public void The_same_seed_fails_the_same_way()
    {
        var how = new Misbehaviour { Seed = 7, Busy = .2, Lost = .2, Slow = .2 };
        var (one, other) = (new Dice(how), new Dice(how));

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(one.Throw(), other.Throw()));
    }
}
