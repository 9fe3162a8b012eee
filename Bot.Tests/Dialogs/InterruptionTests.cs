using PolicyBot.Answers;
using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>Something else is asked while a walk-through is open.</summary>
public sealed class InterruptionTests
{
    private const string Request = "social-media/friend-request";

    private readonly Talk _talk = Talk.WithShipped();

    [Fact]
    public void A_question_in_between_is_answered_and_the_walk_through_goes_on_where_it_was()
    {
        _talk.Begin(Request);

        var replies = _talk.Say("can i use whatsapp?");

        Assert.IsType<Answer.Answered>(Assert.IsType<DialogReply.Answers>(replies[0]).Answer);
        Assert.Equal((Note.Resumed, "known"), Assert.IsType<DialogReply.Asks>(replies[1]) is var asks ? (asks.Note, asks.Fact.Name) : default);
    }

    [Fact]
    public void The_second_time_it_is_only_said_to_be_open_and_the_buttons_hold()
    {
        _talk.Begin(Request);
        _talk.Say("can i use whatsapp?");

        Assert.Equal("A friend request from a parent", Assert.IsType<DialogReply.StillOpen>(_talk.Say("which platforms are covered?")[1]).Title);
        Assert.IsType<DialogReply.Ends>(_talk.Press("known", "club")[0]);
    }

    [Fact]
    public void What_nobody_took_up_gives_way_to_a_button_of_what_is_open_below()
    {
        _talk.Say("sign the policy");
        _talk.Press(AcknowledgeDialog.Asked, AcknowledgeDialog.HasRead);
        var quiz = _talk.Here;
        _talk.Say("a mum sent me a friend request");
        Assert.IsType<Progress.InScenario>(_talk.Top);

        Assert.NotNull(Assert.IsType<DialogReply.AsksToAcknowledge>(Assert.Single(_talk.Press(new Press.Answer(quiz, AcknowledgeDialog.Asked, "1")))).Marked);
        Assert.IsType<Progress.Acknowledging>(Assert.Single(_talk.State!.Stack));
    }

    [Theory]
    [InlineData("sign the policy")]
    [InlineData("show me the policy")]
    [InlineData("thank you")]
    [InlineData("hello")]
    public void What_is_said_to_the_bot_in_the_middle_is_no_worry(string text)
    {
        _talk.Begin(Request);

        Assert.DoesNotContain(_talk.Say(text), reply => reply is DialogReply.Route or DialogReply.Answers { Answer: Answer.Safeguarding });
    }

    [Fact]
    public void To_sign_the_policy_in_the_middle_is_begun_above_it()
    {
        _talk.Begin(Request);

        Assert.IsType<DialogReply.ShowsPolicy>(_talk.Say("sign the policy")[0]);
        Assert.Equal(2, _talk.State!.Stack.Count);
    }

    [Fact]
    public void What_nobody_took_up_gives_way_to_another_question()
    {
        _talk.Say("a mum sent me a friend request");

        Assert.IsType<DialogReply.Answers>(Assert.Single(_talk.Say("can i use whatsapp?")));
        Assert.Empty(_talk.State!.Stack);
    }

    [Fact]
    public void What_gives_way_takes_nothing_from_the_answer_to_the_other_question()
    {
        _talk.Say("a mum sent me a friend request");

        Assert.IsType<DialogReply.Offers>(_talk.Say("can i post a photo of the kids?")[^1]);
    }

    [Fact]
    public void What_nobody_took_up_gives_way_to_another_walk_through()
    {
        _talk.Say("a mum sent me a friend request");
        _talk.Say("can i put my job on linkedin");

        Assert.Equal("social-media/naming-the-club", Assert.IsType<Progress.InScenario>(Assert.Single(_talk.State!.Stack)).Scenario);
    }

    [Fact]
    public void Another_story_is_walked_through_first_and_then_it_goes_on()
    {
        _talk.Begin(Request);
        _talk.Say("can i put my job on linkedin?");
        Assert.Equal(2, _talk.State!.Stack.Count);

        var replies = _talk.Press("shows", "yes");

        Assert.Equal("named-in-profile", Assert.IsType<DialogReply.Ends>(replies[0]).Outcome.Name);
        Assert.Equal((Request, Note.Resumed), Assert.IsType<DialogReply.Asks>(replies[1]) is var asks ? (asks.Scenario.Id.Value, asks.Note) : default);
        Assert.IsType<DialogReply.Ends>(_talk.Press("known", "club")[0]);
    }

    [Fact]
    public void What_lies_on_top_and_was_not_taken_up_gives_way_and_what_lies_below_stays()
    {
        _talk.Begin(Request);
        _talk.Say("can i put my job on linkedin?");

        var replies = _talk.Say("can i use whatsapp?");

        Assert.Equal(Request, Assert.IsType<DialogReply.Asks>(replies[1]).Scenario.Id.Value);
        Assert.Single(_talk.State!.Stack);
    }

    [Fact]
    public void No_more_than_three_lie_on_top_of_each_other()
    {
        _talk.Begin(Request);
        foreach (var text in new[] { "can i put my job on linkedin?", "can i sell my old pram on facebook marketplace?", "a parent follows me on tiktok, what now?", "someone tagged me in a photo, is that ok?" })
        {
            _talk.Say(text);
            _talk.State = _talk.State! with { Stack = [.. _talk.State.Stack.Select(each => each with { IsTakenUp = true })] };
        }

        Assert.Equal(3, _talk.State!.Stack.Count);
    }

    [Fact]
    public void Asking_to_be_walked_through_another_takes_its_place()
    {
        _talk.Begin(Request);
        _talk.Say("walk me through my profile");

        Assert.Equal("social-media/naming-the-club", Assert.IsType<Progress.InScenario>(Assert.Single(_talk.State!.Stack)).Scenario);
    }

    [Fact]
    public void Asking_what_there_is_leaves_it_open()
    {
        _talk.Begin(Request);

        Assert.IsType<DialogReply.Lists>(Assert.Single(_talk.Say("what can you walk me through")));
        Assert.NotNull(_talk.Top);
    }

    [Fact]
    public void What_lies_below_for_more_than_a_day_is_not_asked_again()
    {
        _talk.Begin(Request);
        _talk.Now += TimeSpan.FromHours(23);
        _talk.State = _talk.State! with { Stack = [.. _talk.State.Stack, new Progress.InScenario("social-media/my-own-child", ShippedDialogs.Scenario("my-own-child").Fingerprint, "2", _talk.Now)] };
        _talk.Now += TimeSpan.FromHours(2);

        Assert.IsType<DialogReply.Ends>(Assert.Single(_talk.Press("seen", "no")));
        Assert.Null(_talk.Top);
    }
}
