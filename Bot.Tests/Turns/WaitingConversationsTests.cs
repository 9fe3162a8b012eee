using System.Globalization;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Turns;

public sealed class WaitingConversationsTests
{
    private static readonly ConversationKey Here = new("msteams/conversations/a:1");
    private static readonly DateTimeOffset Later = ManualClock.Start.AddHours(1);

    private readonly ManualClock _clock = new(ManualClock.Start);
    private readonly WaitingConversations _waiting;

    public WaitingConversationsTests() => _waiting = new(_clock);

    [Fact]
    public void Nothing_is_known_until_it_was_loaded()
    {
        Assert.Null(_waiting.IsWaiting(Here));
        _waiting.Listen();
        Assert.Null(_waiting.IsWaiting(Here));
        _waiting.InStep([new(Here.Value, Later)]);
        Assert.True(_waiting.IsWaiting(Here));
        Assert.False(_waiting.IsWaiting(new("msteams/conversations/a:2")));
        _waiting.OutOfStep();
        Assert.Null(_waiting.IsWaiting(Here));
    }

    [Fact]
    public void A_conversation_waits_no_longer_than_it_said()
    {
        InStep();
        _waiting.Hear(new(Here, Later, "another's"));

        _clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.True(_waiting.IsWaiting(Here));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(_waiting.IsWaiting(Here));
    }

    [Fact]
    public void Nothing_is_known_between_an_own_change_and_hearing_it()
    {
        InStep();
        var own = _waiting.Announce(Here, Later);

        Assert.Null(_waiting.IsWaiting(Here));
        _waiting.Hear(new(Here, null, "another's, committed before"));
        Assert.Null(_waiting.IsWaiting(Here));
        _waiting.Hear(own);
        Assert.True(_waiting.IsWaiting(Here));
        _waiting.Hear(new(Here, null, "another's, committed after"));
        Assert.False(_waiting.IsWaiting(Here));
    }

    [Fact]
    public void A_change_that_lost_its_race_changes_nothing()
    {
        InStep();
        _waiting.Hear(new(Here, Later, "another's"));

        _waiting.Withdraw(_waiting.Announce(Here, null));

        Assert.True(_waiting.IsWaiting(Here));
    }

    [Fact]
    public void What_is_heard_while_loading_comes_after_what_is_loaded()
    {
        _waiting.Listen();
        var own = _waiting.Announce(Here, null);
        _waiting.Hear(own);
        _waiting.InStep([new(Here.Value, Later)]);

        Assert.False(_waiting.IsWaiting(Here));
    }

    [Fact]
    public void An_own_change_that_was_not_heard_before_the_connection_was_lost_is_known_when_it_was_loaded()
    {
        InStep();
        _waiting.Announce(Here, Later);

        _waiting.OutOfStep();
        _waiting.Listen();
        _waiting.InStep([new(Here.Value, Later)]);

        Assert.True(_waiting.IsWaiting(Here));
    }

    [Fact]
    public void What_is_over_is_not_kept_for_ever()
    {
        InStep();
        for (var i = 0; i < 100_000; i++)
        {
            _waiting.Hear(new(new(i.ToString(CultureInfo.InvariantCulture)), _clock.GetUtcNow().AddMinutes(1), "another's"));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(_waiting.Count, 60, 1_001);
        Assert.True(_waiting.IsWaiting(new("99999")));
    }

    [Fact]
    public void Of_a_key_that_is_too_long_for_a_notification_nothing_is_known()
    {
        InStep();

        Assert.False(_waiting.IsWaiting(new(new string('a', 2_000))));
        Assert.Null(_waiting.IsWaiting(new(new string('a', 2_001))));
    }

    [Fact]
    public void Asking_allocates_nothing()
    {
        InStep();
        _waiting.Hear(new(Here, Later, "another's"));
        _waiting.IsWaiting(Here);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 1_000; i++)
            _waiting.IsWaiting(Here);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private void InStep()
    {
        _waiting.Listen();
        _waiting.InStep([]);
    }
}
