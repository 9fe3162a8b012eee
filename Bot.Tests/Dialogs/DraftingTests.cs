using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>A question for the manager, from the first word to sending it; and the manager's answer.</summary>
public sealed class DraftingTests
{
    private const string Question = "May we have a staff quiz on the group chat?";

    private readonly Talk _talk = Talk.WithShipped();

    [Fact]
    public void What_was_typed_is_shown_before_it_goes_anywhere()
    {
        Assert.Equal(Question, Drafted(_talk.Say($"ask my manager: {Question}")).Text);
        Assert.Null(_talk.Turn.Sent);
    }

    [Fact]
    public void Without_words_they_are_asked_for()
    {
        Assert.Null(Drafted(_talk.Say("ask my manager")).Text);
        Assert.Equal("Is it fine?", Drafted(_talk.Write("Is it fine?", new CleanText(" Is it fine? ", IsChanged: false))).Text);
    }

    [Fact]
    public void What_was_told_in_a_scenario_is_the_question()
    {
        var told = new Told([new("known", "not-sure"), new("colour", "red")]);

        Assert.Equal("A friend request from a parent\nHow you know the parent: not sure",
            Drafted(_talk.Press(new Press.PassOn(null, "social-media", "social-media/friend-request", told))).Text);
    }

    [Theory]
    [InlineData("send it", false)]
    [InlineData("yes", false)]
    [InlineData("ok", false)]
    [InlineData("pass it on", false)]
    [InlineData("send it without my name", true)]
    [InlineData("anonymously", true)]
    public void It_is_sent_when_somebody_says_so(string text, bool isAnonymous)
    {
        _talk.Say($"ask my manager {Question}");

        Assert.IsType<DialogReply.Sent>(Assert.Single(_talk.Say(text)));
        Assert.Equal(new Sent(Question, null, isAnonymous), _talk.Turn.Sent);
        Assert.Empty(_talk.State!.Stack);
    }

    [Fact]
    public void Anything_else_takes_the_place_of_the_text()
    {
        _talk.Say($"ask my manager {Question}");

        Assert.Equal("May I sing?", Drafted(_talk.Write("May I sing?", new CleanText("May I sing?", IsChanged: false))).Text);
        Assert.Null(_talk.Turn.Sent);
    }

    [Theory]
    [InlineData("help with the rota chat, is that fine?")]
    [InlineData("go through the rules for the quiz with us please")]
    [InlineData("can i post a photo of the kids?")]
    public void Words_that_lead_elsewhere_are_text_while_one_is_written(string text)
    {
        _talk.Say("ask my manager");

        Assert.Equal(text, Drafted(_talk.Write(text, new CleanText(text, IsChanged: false))).Text);
    }

    [Fact]
    public void Where_names_were_taken_out_it_is_shown_once_more()
    {
        _talk.Say("ask my manager");
        var press = new Press.Send(_talk.Here, new CleanText("Is [name] right?", IsChanged: true), IsAnonymous: false);

        Assert.Equal(Note.TakenOut, Assert.IsType<DialogReply.Drafts>(Assert.Single(_talk.Press(press))).Note);
        Assert.Null(_talk.Turn.Sent);

        _talk.Press(new Press.Send(_talk.Here, new CleanText("Is [name] right?", IsChanged: false), IsAnonymous: false));
        Assert.Equal("Is [name] right?", _talk.Turn.Sent?.Text);
    }

    [Fact]
    public void Typed_names_taken_out_are_shown_too()
    {
        _talk.Say("ask my manager");

        Assert.Equal(Note.TakenOut, Assert.IsType<DialogReply.Drafts>(Assert.Single(_talk.Write("Is Ann right?", new CleanText("Is [name] right?", IsChanged: true)))).Note);
    }

    [Fact]
    public void What_could_not_be_looked_through_goes_nowhere_and_is_not_kept()
    {
        _talk.Say("ask my manager");
        var unchecked_ = new CleanText("Is Ann right?", IsChanged: false, IsUnchecked: true);

        foreach (var replies in new[] { _talk.Press(new Press.Send(_talk.Here, unchecked_, IsAnonymous: false)), _talk.Write("Is Ann right?", unchecked_), _talk.Say("Is Ann right?") })
        {
            Assert.Equal(Note.NotChecked, Assert.IsType<DialogReply.Drafts>(Assert.Single(replies)).Note);
            Assert.Null(_talk.Turn.State);
            Assert.Null(_talk.Turn.Sent);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Nothing_is_not_sent(string text)
    {
        _talk.Say("ask my manager");

        Assert.Equal(Note.NothingWritten, Assert.IsType<DialogReply.Drafts>(Assert.Single(_talk.Press(new Press.Send(_talk.Here, new CleanText(text, false), false)))).Note);
        Assert.Equal(Note.NothingWritten, Assert.IsType<DialogReply.Drafts>(Assert.Single(_talk.Say("send"))).Note);
        Assert.Null(_talk.Turn.Sent);
    }

    [Fact]
    public void Sent_twice_it_goes_once()
    {
        _talk.Say($"ask my manager {Question}");
        var press = new Press.Send(_talk.Here, new CleanText(Question, IsChanged: false), IsAnonymous: false);
        _talk.Press(press);

        Assert.Equal(Note.Ended, Assert.IsType<DialogReply.Over>(Assert.Single(_talk.Press(press))).Note);
        Assert.Null(_talk.Turn.Sent);
    }

    [Fact]
    public void Cancelled_it_goes_nowhere()
    {
        _talk.Say($"ask my manager {Question}");

        Assert.IsType<DialogReply.Cancelled>(Assert.Single(_talk.Say("cancel")));
        Assert.Null(_talk.Top);
    }

    [Theory]
    [InlineData("Yes, but keep children out of it.")]
    [InlineData("Go through the Acceptable Use Policy with me first.")]
    [InlineData("Ask the manager on duty.")]
    [InlineData("Help with what, please?")]
    public void Whatever_the_manager_writes_is_the_answer(string text)
    {
        Assert.IsType<DialogReply.AsksAnswer>(Assert.Single(_talk.Press(new Press.Write("Q4K7"))));

        Assert.IsType<DialogReply.Answered>(Assert.Single(_talk.Say(text)));
        Assert.Equal(new Written("Q4K7", text), _talk.Turn.Written);
    }

    private static Progress.Drafting Drafted(IReadOnlyList<DialogReply> replies) => Assert.IsType<DialogReply.Drafts>(Assert.Single(replies)).Progress;
}
