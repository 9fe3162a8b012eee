using PolicyBot.Answers;
using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>A button of a card that is not the last one any more.</summary>
public sealed class StalePressTests
{
    private const string Sending = "social-media/sending-a-request";

    private readonly Talk _talk = Talk.WithShipped();

    [Fact]
    public void A_button_of_an_earlier_step_shows_where_things_are_and_changes_nothing()
    {
        _talk.Begin(Sending);
        var first = _talk.Here;
        _talk.Press("asked", "parent");

        var asks = Assert.IsType<DialogReply.Asks>(Assert.Single(_talk.Press(new Press.Answer(first, "asked", "me"))));

        Assert.Equal((Note.Stale, "known"), (asks.Note, asks.Fact.Name));
        Assert.Null(_talk.Turn.State);
        Assert.Equal("parent", _talk.Told("asked"));
    }

    [Fact]
    public void The_same_button_twice_answers_once()
    {
        _talk.Begin(Sending);
        var press = new Press.Answer(_talk.Here, "asked", "parent");
        _talk.Press(press);

        Assert.Equal(Note.Stale, Assert.IsType<DialogReply.Asks>(Assert.Single(_talk.Press(press))).Note);
        Assert.Null(_talk.Turn.State);
    }

    [Fact]
    public void A_button_of_another_walk_through_is_stale()
    {
        _talk.Begin(Sending);
        var other = _talk.Here;
        _talk.Now += TimeSpan.FromMinutes(1);
        _talk.Begin(Sending);

        Assert.Equal(Note.Stale, Assert.IsType<DialogReply.Asks>(Assert.Single(_talk.Press(new Press.Answer(other, "asked", "me")))).Note);
    }

    /// <summary>However old the card: the walk-through went on, another began, or all is over.</summary>
    [Fact]
    public void An_answer_that_leads_to_the_route_leads_there_from_any_old_card()
    {
        _talk.Begin("social-media/parent-message", ("matter", "child"));
        var now = new Press.Answer(_talk.Here, "unsafe", "now");
        _talk.Press("unsafe", "safe");
        AssertRoute(Concern.DangerNow, now);

        _talk.Begin(Sending);
        AssertRoute(Concern.DangerNow, now);

        _talk.Press(Steering.Cancel);
        AssertRoute(Concern.DangerNow, now);
        Assert.IsType<DialogReply.Over>(Assert.Single(_talk.Press(now with { Value = "safe" })));
    }

    private void AssertRoute(Concern concern, Press press)
    {
        Assert.Equal(concern, Assert.IsType<DialogReply.Route>(Assert.Single(_talk.Press(press))).Concern);
        Assert.Null(_talk.Turn.State);
    }

    [Fact]
    public void No_two_walk_throughs_are_taken_for_the_same()
    {
        _talk.Begin(Sending);
        var one = _talk.Here;
        _talk.Begin(Sending);

        Assert.NotEqual(one.Instance, _talk.Here.Instance);
    }

    [Fact]
    public void A_button_of_a_walk_through_that_ended_offers_to_begin_again()
    {
        _talk.Begin("social-media/friend-request");
        var press = new Press.Answer(_talk.Here, "known", "club");
        _talk.Press(press);

        var over = Assert.IsType<DialogReply.Over>(Assert.Single(_talk.Press(press)));

        Assert.Equal(("social-media/friend-request", Note.Ended), (over.Scenario?.Id.Value, over.Note));
        Assert.Null(_talk.Turn.State);
    }

    [Theory]
    [InlineData(24, true)]
    [InlineData(23, false)]
    public void After_a_day_nobody_waits_any_more(int hours, bool isOver)
    {
        _talk.Begin(Sending);
        var press = new Press.Answer(_talk.Here, "asked", "parent");
        _talk.Now += TimeSpan.FromHours(hours);

        Assert.Equal(isOver, _talk.Press(press)[0] is DialogReply.Over { Note: Note.Ended });
        Assert.Equal(isOver, _talk.Top is null);
    }

    [Fact]
    public void A_message_after_a_day_is_no_answer()
    {
        _talk.Begin("social-media/friend-request");
        _talk.Now += TimeSpan.FromHours(25);

        Assert.IsType<DialogReply.Answers>(Assert.Single(_talk.Say("yes")));
    }

    [Fact]
    public void A_scenario_that_is_gone_offers_nothing()
    {
        var over = Assert.IsType<DialogReply.Over>(Assert.Single(_talk.Press(new Press.Answer(new Place("1-a", 0, "social-media/fax"), "sent", "yes"))));

        Assert.Null(over.Scenario);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_the_school_changed_it_meanwhile_it_ends_kindly_with_begin_again(bool isPressed)
    {
        _talk.Begin(Sending);
        var press = new Press.Answer(_talk.Here, "asked", "parent");
        _talk.State = _talk.State! with { Stack = [((Progress.InScenario)_talk.Top!) with { Fingerprint = "older" }] };

        var over = Assert.IsType<DialogReply.Over>(Assert.Single(isPressed ? _talk.Press(press) : _talk.Say("yes")));

        Assert.Equal((Sending, Note.ContentChanged), (over.Scenario?.Id.Value, over.Note));
        Assert.Empty(_talk.State!.Stack);
    }

    [Theory]
    [InlineData("asked", "for ever")]
    [InlineData("colour", "red")]
    public void A_button_that_no_question_has_changes_nothing(string fact, string value)
    {
        _talk.Begin(Sending);

        Assert.Equal(Note.Stale, Assert.IsType<DialogReply.Asks>(Assert.Single(_talk.Press(fact, value))).Note);
        Assert.Null(_talk.Turn.State);
    }
}
