using PolicyBot.Answers;
using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>What may concern the safety of a child goes first, and leaves no trace.</summary>
public sealed class WorryTests
{
    private const string Worry = "a child told me her dad hits her";

    private readonly Talk _talk = Talk.WithShipped();

    [Fact]
    public void A_worry_with_nothing_open_is_the_route_and_begins_nothing()
    {
        Assert.False(_talk.MayBegin(_talk.Hear(Worry)));
        Assert.IsType<Answer.Safeguarding>(Assert.IsType<DialogReply.Answers>(Assert.Single(_talk.Say(Worry))).Answer);
        Assert.Null(_talk.State);
    }

    [Fact]
    public void A_worry_in_the_middle_of_a_walk_through_changes_nothing()
    {
        _talk.Begin("social-media/friend-request");

        AssertRouteAlone(_talk.Say(Worry));
        Assert.Equal("social-media/friend-request", ((Progress.InScenario)_talk.Top!).Scenario);
    }

    [Theory]
    [InlineData("walk me through this: " + Worry)]
    [InlineData("ask my manager what to do, " + Worry)]
    public void A_worry_behind_other_words_is_a_worry(string text)
    {
        _talk.Begin("social-media/friend-request");

        AssertRouteAlone(_talk.Say(text));
    }

    [Fact]
    public void A_worry_written_to_a_draft_goes_nowhere()
    {
        _talk.Press(new Press.PassOn(null, "social-media", "", Told.Nothing));

        AssertRouteAlone(_talk.Write(Worry, new CleanText(Worry, IsChanged: false)));
        Assert.Null(Assert.IsType<Progress.Drafting>(_talk.Top).Text);
    }

    [Fact]
    public void A_worry_written_as_an_answer_of_the_manager_goes_nowhere()
    {
        _talk.Press(new Press.Write("Q4K7"));

        AssertRouteAlone(_talk.Say(Worry));
        Assert.Null(_talk.Turn.Written);
    }

    [Fact]
    public void What_may_be_no_worry_gets_the_route_first_and_the_question_again()
    {
        _talk.Begin("social-media/friend-request");
        var heard = _talk.Hear("what about photos of the children?");
        Assert.NotNull(Assert.IsType<Answer.Safeguarding>(heard.Answer).Otherwise);

        Assert.Collection(_talk.Say(heard), reply => Assert.IsType<DialogReply.Route>(reply), reply => Assert.Equal(Note.Resumed, Assert.IsType<DialogReply.Asks>(reply).Note));
        Assert.Null(_talk.Turn.State);
    }

    [Theory]
    [InlineData(nameof(Concern.Worry))]
    [InlineData(nameof(Concern.AdultMayBeRisk))]
    public void The_button_is_the_route_whatever_is_open(string concern)
    {
        foreach (var isOpen in new[] { false, true })
        {
            if (isOpen)
                _talk.Begin("social-media/friend-request");

            Assert.Equal(Enum.Parse<Concern>(concern), Assert.IsType<DialogReply.Route>(Assert.Single(_talk.Press(new Press.Unsafe(Enum.Parse<Concern>(concern))))).Concern);
            Assert.Null(_talk.Turn.State);
        }
    }

    [Theory]
    [InlineData("danger", nameof(Concern.DangerNow))]
    [InlineData("told", nameof(Concern.Disclosure))]
    [InlineData("contact", nameof(Concern.ContactFromChild))]
    [InlineData("picture", nameof(Concern.Image))]
    [InlineData("adult", nameof(Concern.AdultMayBeRisk))]
    [InlineData("not-sure", nameof(Concern.Worry))]
    public void A_walk_through_that_ends_in_the_route_keeps_nothing_of_it(string kind, string concern)
    {
        _talk.Begin("social-media/worried");

        Assert.Equal(Enum.Parse<Concern>(concern), Assert.IsType<DialogReply.Route>(Assert.Single(_talk.Press("kind", kind))).Concern);
        Assert.Null(_talk.Turn.State);
        Assert.Null(_talk.Told("kind"));
    }

    /// <summary>A story that no one would call a worry, but that tells a scenario one: a child of 15 who writes.</summary>
    [Fact]
    public void A_story_that_tells_a_worry_is_the_route_first_wherever_it_is_told()
    {
        var heard = _talk.Hear("who is 15 now and follows me") with
        {
            Answer = new Answer.NotCovered(ShippedDialogs.Policies[0], null, null, null, .9).OfKind("ex-pupils/otherwise"),
        };

        foreach (var state in new[] { null, Open("social-media/friend-request", isTakenUp: true), Open("social-media/friend-request", isTakenUp: false) })
        {
            _talk.State = state;
            Assert.Equal(Concern.ContactFromChild, Assert.IsType<DialogReply.Route>(_talk.Say(heard)[0]).Concern);
            Assert.Null(_talk.Turn.State);
        }
    }

    private DialogState Open(string scenario, bool isTakenUp) => new()
    {
        Begun = 1,
        Stack = [new Progress.InScenario(scenario, ShippedDialogs.Scenarios.Find(scenario)!.Fingerprint, "1", _talk.Now) { IsTakenUp = isTakenUp }],
    };

    private void AssertRouteAlone(IReadOnlyList<DialogReply> replies)
    {
        Assert.IsType<Answer.Safeguarding>(Assert.IsType<DialogReply.Answers>(Assert.Single(replies)).Answer);
        Assert.Null(_talk.Turn.State);
    }
}
