using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>Back, start again, change, cancel, help, explain and go on, typed or pressed.</summary>
public sealed class SteeringTests
{
    private const string Sending = "social-media/sending-a-request";

    private readonly Talk _talk = Talk.WithShipped();

    [Fact]
    public void Back_takes_the_last_answer_away()
    {
        _talk.Begin(Sending);
        _talk.Press("asked", "parent");

        Assert.Equal("asked", Assert.IsType<DialogReply.Asks>(_talk.Say("go back")[0]).Fact.Name);
        Assert.Null(_talk.Told("asked"));
    }

    [Fact]
    public void Back_at_the_first_question_says_so_and_changes_nothing()
    {
        _talk.Begin(Sending);

        Assert.Equal(Note.FirstQuestion, Assert.IsType<DialogReply.Asks>(_talk.Say("back")[0]).Note);
        Assert.Null(_talk.Turn.State);
    }

    [Fact]
    public void Back_does_not_take_away_what_the_story_told()
    {
        _talk.Say("can i put my job on linkedin");

        Assert.Equal(Note.FirstQuestion, Assert.IsType<DialogReply.Asks>(_talk.Press(Steering.Back)[0]).Note);
        Assert.Equal("profile", _talk.Told("where"));
    }

    [Fact]
    public void Start_again_forgets_what_the_story_told_too()
    {
        _talk.Say("can i put my job on linkedin");

        var asks = Assert.IsType<DialogReply.Asks>(_talk.Say("start over")[0]);

        Assert.Equal((Note.StartedAgain, "where"), (asks.Note, asks.Fact.Name));
        Assert.Null(_talk.Told("where"));
    }

    [Fact]
    public void Change_asks_the_last_answer_anew_and_back_leaves_it_as_it_was()
    {
        _talk.Begin(Sending);
        _talk.Press("asked", "parent");

        Assert.Equal("asked", Assert.IsType<DialogReply.Asks>(_talk.Say("change my answer")[0]).Fact.Name);
        Assert.Equal("known", Assert.IsType<DialogReply.Asks>(_talk.Say("back")[0]).Fact.Name);
        Assert.Equal("parent", _talk.Told("asked"));
    }

    [Fact]
    public void Change_of_a_fact_by_its_button_asks_that_one_and_goes_on_with_the_new_answer()
    {
        _talk.Say("can i put my job on linkedin");

        Assert.Equal("where", Assert.IsType<DialogReply.Asks>(_talk.Press(Steering.Change, "where")[0]).Fact.Name);
        Assert.Equal("shows", Assert.IsType<DialogReply.Asks>(_talk.Press("where", "post")[0]).Fact.Name);
        Assert.Equal("post", _talk.Told("where"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("colour")]
    public void Change_where_there_is_nothing_to_change_asks_on(string? fact)
    {
        _talk.Begin(Sending);

        Assert.Equal("asked", Assert.IsType<DialogReply.Asks>(_talk.Press(Steering.Change, fact)[0]).Fact.Name);
        Assert.Null(_talk.Turn.State);
    }

    [Fact]
    public void An_end_can_be_changed()
    {
        _talk.Press(new Press.Begin(Sending, new Told([new("asked", "parent"), new("known", "club")]), "known"));

        Assert.Equal("invited-friend", Assert.IsType<DialogReply.Ends>(_talk.Press("known", "privately")[0]).Outcome.Name);
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("never mind")]
    [InlineData("stop")]
    public void Cancel_leaves_nothing_open(string text)
    {
        _talk.Begin(Sending);

        Assert.IsType<DialogReply.Cancelled>(Assert.Single(_talk.Say(text)));
        Assert.Empty(_talk.State!.Stack);
    }

    [Fact]
    public void Help_says_what_can_be_said_and_asks_again()
    {
        _talk.Begin(Sending);

        Assert.Collection(_talk.Say("help"), reply => Assert.IsType<DialogReply.Help>(reply), reply => Assert.IsType<DialogReply.Asks>(reply));
        Assert.Null(_talk.Turn.State);
    }

    [Theory]
    [InlineData("what do you mean?", true)]
    [InlineData("why", true)]
    [InlineData("go on", false)]
    [InlineData("where were we", false)]
    public void Explain_asks_in_other_words_and_go_on_in_the_same(string text, bool again)
    {
        _talk.Begin(Sending);

        Assert.Equal((Note.None, again), Assert.IsType<DialogReply.Asks>(Assert.Single(_talk.Say(text))) is var asks ? (asks.Note, asks.Again) : default);
        Assert.Null(_talk.Turn.State);
    }
}
