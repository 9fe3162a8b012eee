using PolicyBot.Answers;
using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>The one question of a policy that has no scenario for it.</summary>
public sealed class ChoosingTests
{
    private readonly Talk _talk = SmallClub.Talk();

    public ChoosingTests() => _talk.Say("can i keep my phone on me");

    [Fact]
    public void An_answer_that_hangs_on_something_asks_for_it()
    {
        Assert.Collection(
            _talk.Turn.Replies,
            reply => Assert.IsType<Answer.Asks>(Assert.IsType<DialogReply.Answers>(reply).Answer),
            reply => Assert.Equal("Is your phone in the office?", Assert.IsType<DialogReply.Chooses>(reply).Progress.Question));
    }

    [Theory]
    [InlineData("Yes it is in the office", nameof(Verdict.Should))]
    [InlineData("1", nameof(Verdict.Should))]
    [InlineData("yes", nameof(Verdict.Should))]
    [InlineData("No in my pocket", nameof(Verdict.MustNot))]
    [InlineData("2", nameof(Verdict.MustNot))]
    [InlineData("nope", nameof(Verdict.MustNot))]
    [InlineData("my pocket", nameof(Verdict.MustNot))]
    public void Typed_it_is_answered_like_the_whole_sentence(string text, string verdict)
    {
        AssertSettled(Enum.Parse<Verdict>(verdict), _talk.Say(text));
        Assert.Empty(_talk.State!.Stack);
    }

    [Theory]
    [InlineData(0, nameof(Verdict.Should))]
    [InlineData(1, nameof(Verdict.MustNot))]
    public void Pressed_too(int number, string verdict) => AssertSettled(Enum.Parse<Verdict>(verdict), _talk.Press(new Press.Choice(_talk.Here, number)));

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void A_button_that_there_is_not_changes_nothing(int number)
    {
        Assert.Equal(Note.Stale, Assert.IsType<DialogReply.Chooses>(Assert.Single(_talk.Press(new Press.Choice(_talk.Here, number)))).Note);
        Assert.Null(_talk.Turn.State);
    }

    [Fact]
    public void Pressed_twice_it_is_over()
    {
        var press = new Press.Choice(_talk.Here, 0);
        _talk.Press(press);

        Assert.Equal(Note.Ended, Assert.IsType<DialogReply.Over>(Assert.Single(_talk.Press(press))).Note);
        Assert.Null(_talk.Turn.State);
    }

    [Fact]
    public void Not_sure_is_no_choice_and_it_stays_open()
    {
        Assert.IsType<DialogReply.Chooses>(Assert.Single(_talk.Say("not sure")));
        Assert.NotNull(_talk.Top);
    }

    [Fact]
    public void It_gives_way_to_another_question()
    {
        AssertSettled(Verdict.Should, _talk.Say("how do i ring a dad"));
        Assert.Empty(_talk.State!.Stack);
    }

    [Fact]
    public void It_can_be_cancelled()
    {
        Assert.IsType<DialogReply.Cancelled>(Assert.Single(_talk.Say("never mind")));
        Assert.Empty(_talk.State!.Stack);
    }

    [Fact]
    public void Where_there_is_a_scenario_it_takes_the_place_of_the_one_question()
    {
        var talk = SmallClub.Talk(("01-carrying.yaml", SmallClub.Carrying));
        talk.Say("can i keep my phone on me");

        Assert.IsType<Progress.InScenario>(talk.Top);
    }

    private static void AssertSettled(Verdict verdict, IReadOnlyList<DialogReply> replies) =>
        Assert.Equal(verdict, Assert.IsType<Answer.Answered>(Assert.IsType<DialogReply.Answers>(Assert.Single(replies)).Answer).Verdict);
}
