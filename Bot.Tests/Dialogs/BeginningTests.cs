using PolicyBot.Answers;
using PolicyBot.Dialogs;
using PolicyBot.Tests.Answers;

namespace PolicyBot.Tests.Dialogs;

/// <summary>How a walk-through begins: by its name or number, or by a story.</summary>
public sealed class BeginningTests
{
    private readonly Talk _talk = Talk.WithShipped();

    [Fact]
    public void Each_begins_by_its_number()
    {
        foreach (var (scenario, number) in ShippedDialogs.Scenarios.All.Select((scenario, i) => (scenario, i + 1)))
            Assert.Equal(scenario.Id, Assert.IsType<DialogReply.Asks>(_talk.Say($"walk me through {number}")[0]).Scenario.Id);
    }

    /// <summary>As the list shows them. The last is the route itself.</summary>
    [Fact]
    public void Each_begins_by_its_title_whatever_that_sounds_like()
    {
        foreach (var scenario in ShippedDialogs.Scenarios.All.SkipLast(1))
            Assert.Equal(scenario.Id, Begun(_talk.Say($"walk me through {scenario.Title}")[0]));

        Assert.IsType<Answer.Safeguarding>(Assert.IsType<DialogReply.Answers>(_talk.Say($"walk me through {ShippedDialogs.Scenarios.All[^1].Title}")[0]).Answer);
    }

    /// <summary>A name may tell all there is to ask; where it is itself a worry, its route is what the scenario is about.</summary>
    [Fact]
    public void Each_begins_by_each_of_its_names() => Assert.Empty(
        from scenario in ShippedDialogs.Scenarios.All
        from name in scenario.Names
        let reply = _talk.Say($"walk me through {name}")[0]
        where Begun(reply) != scenario.Id && reply is not (DialogReply.Route or DialogReply.Answers { Answer: Answer.Safeguarding { Otherwise: null } })
        select $"{scenario.Id}: {name} → {reply.GetType().Name} {Begun(reply)}");

    [Theory]
    [InlineData("walk me through something")]
    [InlineData("what can you walk me through?")]
    [InlineData("walk me through zumba")]
    [InlineData("walk me through 26")]
    [InlineData("walk me through 0")]
    public void What_there_is_is_listed_where_nothing_is_named(string text)
    {
        Assert.Equal(25, Assert.IsType<DialogReply.Lists>(Assert.Single(_talk.Say(text))).Scenarios.Count);
        Assert.Null(_talk.Turn.State);
    }

    [Fact]
    public void A_story_begins_the_scenario_behind_its_answer()
    {
        var replies = _talk.Say("a mum sent me a friend request");

        Assert.IsType<Answer.Asks>(Assert.IsType<DialogReply.Answers>(replies[0]).Answer);
        Assert.Equal("known", Assert.IsType<DialogReply.Asks>(replies[1]).Fact.Name);
        Assert.False(_talk.Top!.IsTakenUp);
    }

    [Fact]
    public void What_a_story_tells_is_not_asked()
    {
        var asks = Assert.IsType<DialogReply.Asks>(_talk.Say("can i put my job on linkedin")[^1]);

        Assert.Equal("shows", asks.Fact.Name);
        Assert.Equal("profile", _talk.Told("where"));
    }

    [Fact]
    public void A_story_that_tells_all_and_is_answered_needs_no_scenario()
    {
        Assert.Equal(Verdict.May, Assert.IsType<Answer.Answered>(Assert.IsType<DialogReply.Answers>(
            Assert.Single(_talk.Say("my mate from uni is a parent and wants to add me on insta"))).Answer).Verdict);
        Assert.Null(_talk.State);
    }

    [Fact]
    public void A_story_that_tells_all_where_the_answer_hangs_on_it_comes_to_its_end()
    {
        var ends = Assert.IsType<DialogReply.Ends>(Assert.Single(_talk.Say("I'd like to add Beatriz's mum on Facebook. I only know her from the club.")));

        Assert.Equal("otherwise", ends.Outcome.Name);
        Assert.Null(_talk.State);
    }

    /// <summary>A guess may refuse, never permit.</summary>
    [Fact]
    public void Nothing_is_permitted_on_a_story_alone()
    {
        var openings = new Openings(ShippedDialogs.Scenarios);
        var stories = ShippedEngine.Share(ShippedEngine.Examples, 0, of: 5).Select(_talk.Hear).Where(heard => openings.For(heard) is { End.Verdict: Verdict.May }).ToList();

        Assert.Contains(stories, heard => heard.Answer is Answer.Asks);
        Assert.All(stories.Where(heard => heard.Answer is not Answer.Answered { Verdict: Verdict.May }), heard =>
        {
            _talk.State = null;
            Assert.DoesNotContain(_talk.Say(heard), reply => reply is DialogReply.Ends { Outcome.Verdict: Verdict.May } or DialogReply.Answers { Answer: Answer.Answered { Verdict: Verdict.May } });
        });
    }

    [Fact]
    public void What_begins_nothing_is_answered_without_asking_what_is_remembered()
    {
        foreach (var heard in ShippedEngine.Share(ShippedEngine.Examples, 0, of: 20).Select(_talk.Hear).Where(heard => !_talk.MayBegin(heard)))
        {
            _talk.State = null;
            Assert.Equal(_talk.Plain(heard).Select(reply => reply.GetType()), _talk.Say(heard).Select(reply => reply.GetType()));
            Assert.Null(_talk.Turn.State);
        }
    }

    [Fact]
    public void An_answer_that_stands_on_its_own_offers_its_scenario()
    {
        var replies = _talk.Say("can i post a photo of the kids?");

        Assert.IsType<DialogReply.Answers>(replies[0]);
        Assert.Equal("social-media/picture-with-children", Assert.IsType<DialogReply.Offers>(replies[1]).Opening.Scenario.Id.Value);
        Assert.Null(_talk.Turn.State);
    }

    [Fact]
    public void What_a_button_told_that_no_question_knows_is_left_out()
    {
        _talk.Begin("social-media/friend-request", ("known", "for ever"), ("colour", "red"));

        Assert.Empty(Assert.IsType<Progress.InScenario>(_talk.Top).Facts);
    }

    private static ScenarioId? Begun(DialogReply reply) => reply switch
    {
        DialogReply.Asks asks => asks.Scenario.Id,
        DialogReply.Ends ends => ends.Scenario.Id,
        _ => null,
    };

    [Fact]
    public void A_scenario_that_is_gone_is_said_to_be() =>
        Assert.Null(Assert.IsType<DialogReply.Over>(Assert.Single(_talk.Begin("social-media/fax"))).Scenario);
}
