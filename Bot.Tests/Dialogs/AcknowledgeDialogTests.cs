using PolicyBot.Acknowledgements.Register;
using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>Confirming a policy, step by step. Nothing is confirmed that nobody plainly said.</summary>
public sealed class AcknowledgeDialogTests
{
    private readonly Talk _talk = Talk.WithShipped();

    [Theory]
    [InlineData("sign the policy")]
    [InlineData("I have read and understood the policy")]
    [InlineData("where do i sign")]
    public void It_begins_with_the_whole_policy_and_its_status(string text)
    {
        Assert.True(_talk.MayBegin(_talk.Hear(text)));

        Assert.Collection(_talk.Say(text), reply => Assert.IsType<DialogReply.ShowsPolicy>(reply), reply => Assert.IsType<AcknowledgeStep.Read>(StepOf(reply)));
        Assert.Equal("Review was due September 2023. It is still the adopted policy.", Assert.IsType<RegisterEvent.Opened>(Assert.Single(_talk.Turn.Registered!.Events)).ReviewStatus);
    }

    [Theory]
    [InlineData("I confirm this")]
    [InlineData("i confirm this")]
    [InlineData("1")]
    [InlineData("yes")]
    public void The_statement_is_confirmed_by_its_button_its_number_or_a_bare_yes(string text)
    {
        ReachStatement();

        Assert.IsType<DialogReply.Acknowledged>(Assert.Single(_talk.Say(text)));
        Assert.IsType<RegisterEvent.Acknowledged>(Assert.Single(_talk.Turn.Registered!.Events));
        Assert.Empty(_talk.State!.Stack);
    }

    [Theory]
    [InlineData("yes but what about photos?")]
    [InlineData("yes i think so but can i ask something first")]
    [InlineData("how do I confirm I have read it")]
    [InlineData("where do i sign")]
    [InlineData("what would i confirm")]
    [InlineData("i do not confirm this")]
    [InlineData("not sure")]
    [InlineData("ok")]
    [InlineData("this")]
    [InlineData("thanks")]
    [InlineData("can i like the clubs post")]
    [InlineData("a child told me her dad hits her")]
    public void Nothing_else_confirms_it(string text)
    {
        ReachStatement();

        _talk.Say(text);

        Assert.DoesNotContain(_talk.Turn.Registered?.Events ?? [], each => each is RegisterEvent.Acknowledged);
        Assert.IsType<Progress.Acknowledging>(_talk.State!.Stack[0]);
    }

    [Fact]
    public void Wrong_answers_keep_nobody_from_the_statement_and_stand_by_clause()
    {
        var asked = ReachStatement(right: false);

        Assert.Equal(10, asked);
        var understood = _talk.Turn.Registered!.Events.Cast<RegisterEvent.Understood>().ToList();
        Assert.Equal(5, understood.Count);
        Assert.All(understood, each => Assert.Equal((false, 2), (each.IsRight, each.Tries)));
    }

    [Fact]
    public void Whoever_wants_to_talk_first_has_confirmed_nothing()
    {
        ReachStatement();

        Assert.IsType<DialogReply.WillTalk>(Assert.Single(_talk.Say("i want to talk to the manager first")));
        Assert.IsType<RegisterEvent.WantsToTalk>(Assert.Single(_talk.Turn.Registered!.Events));
    }

    [Fact]
    public void Where_the_policy_changed_half_way_it_is_over_and_nothing_is_confirmed()
    {
        ReachStatement();
        _talk.State = _talk.State! with { Stack = [((Progress.Acknowledging)_talk.Top!) with { TextHash = "older" }] };

        Assert.IsType<DialogReply.Over>(Assert.Single(_talk.Say("I confirm this")));
        Assert.Null(_talk.Turn.Registered);
    }

    [Fact]
    public void A_button_of_an_earlier_question_answers_nothing()
    {
        _talk.Say("sign the policy");
        _talk.Say("I have read it");
        var press = new Press.Answer(_talk.Here, AcknowledgeDialog.Asked, "1");
        _talk.Press(press);

        Assert.Equal(Note.Stale, Assert.IsType<DialogReply.AsksToAcknowledge>(Assert.Single(_talk.Press(press))).Note);
        Assert.Null(_talk.Turn.State);
    }

    [Fact]
    public void A_walk_through_in_between_leads_back()
    {
        _talk.Say("sign the policy");
        _talk.Begin("social-media/friend-request");

        Assert.Collection(_talk.Press("known", "club"), reply => Assert.IsType<DialogReply.Ends>(reply), reply => Assert.IsType<AcknowledgeStep.Read>(StepOf(reply)));
    }

    /// <returns>How many questions were asked.</returns>
    private int ReachStatement(bool right = true)
    {
        _talk.Say("sign the policy");
        var step = StepOf(_talk.Say("I have read it")[0]);
        var asked = 0;
        for (; step is AcknowledgeStep.Answer { Asks.Answers: var answers }; asked++)
            step = StepOf(_talk.Press(AcknowledgeDialog.Asked, $"{answers.First(answer => answer.IsRight == right).Number}")[0]);

        Assert.IsType<AcknowledgeStep.Confirm>(step);
        return asked;
    }

    private static AcknowledgeStep StepOf(DialogReply reply) => Assert.IsType<DialogReply.AsksToAcknowledge>(reply).Step;
}
