using PolicyBot.Answers;
using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>What people type to a question is read as one of its answers, or not at all.</summary>
public sealed class AnsweringTests
{
    private const string Request = "social-media/friend-request";

    private readonly Talk _talk = Talk.WithShipped();

    [Theory]
    [InlineData("Yes, I knew them before", "accept")]
    [InlineData("yes i knew them before", "accept")]
    [InlineData("1", "accept")]
    [InlineData("yes", "accept")]
    [InlineData("yeah she's my cousin", "accept")]
    [InlineData("we were at school together, known her since uni", "accept")]
    [InlineData("privately", "accept")]
    [InlineData("2", "otherwise")]
    [InlineData("no", "otherwise")]
    [InlineData("nope, never met before she came here", "otherwise")]
    [InlineData("only from the gate", "otherwise")]
    [InlineData("only from club", "otherwise")]
    [InlineData("3", "unsure")]
    [InlineData("not sure, I think we met on holiday once", "unsure")]
    [InlineData("dunno", "unsure")]
    public void Typed_answers_are_as_good_as_buttons(string text, string end)
    {
        _talk.Begin(Request);

        Assert.Equal(end, Assert.IsType<DialogReply.Ends>(_talk.Say(text)[0]).Outcome.Name);
        Assert.Null(_talk.Top);
    }

    [Theory]
    [InlineData("I did not")]
    [InlineData("i do not know her privately")]
    [InlineData("not privately")]
    [InlineData("not before")]
    [InlineData("i never knew them before")]
    [InlineData("I do know her")]
    [InlineData("it is a mum from breakfast club")]
    [InlineData("right, it was at the gate")]
    [InlineData("ok so I see her at pick up")]
    [InlineData("4")]
    [InlineData("0")]
    public void What_is_not_plainly_yes_never_permits(string text)
    {
        _talk.Begin(Request);

        Assert.DoesNotContain(_talk.Say(text), reply => reply is DialogReply.Ends { Outcome.Verdict: Verdict.May });
    }

    [Fact]
    public void An_answer_may_tell_more_than_was_asked()
    {
        _talk.Begin("social-media/sending-a-request");

        var ends = Assert.IsType<DialogReply.Ends>(_talk.Say("she asked me to add her but I only know her from the club")[0]);

        Assert.Equal("invited-from-club", ends.Outcome.Name);
    }

    [Fact]
    public void An_excuse_told_beside_it_is_asked_before_anything_is_permitted()
    {
        _talk.Begin("social-media/sending-a-request");

        Assert.Equal("known", Assert.IsType<DialogReply.Asks>(_talk.Say("she asked me to add her, she's my neighbour")[0]).Fact.Name);
        Assert.Equal("invited-friend", Assert.IsType<DialogReply.Ends>(_talk.Press("known", "privately")[0]).Outcome.Name);
    }

    [Fact]
    public void Nonsense_is_asked_again_in_other_words_and_then_with_a_note()
    {
        _talk.Begin(Request);

        var first = Assert.IsType<DialogReply.Asks>(Assert.Single(_talk.Say("asdf qwer")));
        var second = Assert.IsType<DialogReply.Asks>(Assert.Single(_talk.Say("zxcv hjkl")));
        var third = Assert.IsType<DialogReply.Asks>(Assert.Single(_talk.Say("bnm tyui")));

        Assert.Equal((Note.NotUnderstood, true), (first.Note, first.Again));
        Assert.Equal((Note.NotUnderstoodAgain, false), (second.Note, second.Again));
        Assert.Equal(Note.NotUnderstoodAgain, third.Note);
        Assert.Equal(first.Progress.Step, third.Progress.Step);
    }

    [Fact]
    public void An_answer_that_is_understood_forgives_the_nonsense_before()
    {
        _talk.Begin("social-media/sending-a-request");
        _talk.Say("asdf qwer");
        _talk.Say("1");

        Assert.Equal(Note.NotUnderstood, Assert.IsType<DialogReply.Asks>(_talk.Say("zxcv hjkl")[0]).Note);
    }

    [Fact]
    public void A_fact_told_otherwise_later_is_corrected()
    {
        _talk.Begin("social-media/sending-a-request", ("asked", "me"));

        var asks = Assert.IsType<DialogReply.Asks>(_talk.Say("actually she asked me to add her")[0]);

        Assert.Equal((Note.Corrected, "known"), (asks.Note, asks.Fact.Name));
        Assert.Equal("parent", _talk.Told("asked"));
    }

    [Fact]
    public void How_somebody_is_known_is_corrected_by_typing_too()
    {
        _talk.Begin("social-media/friends-child-joins", ("known", "club"));
        _talk.State = new DialogState
        {
            Begun = 1,
            Stack = [new Progress.InScenario("social-media/friends-child-joins", ShippedDialogs.Scenario("friends-child-joins").Fingerprint, "1", _talk.Now) { Facts = [new("known", "not-sure")], Correcting = "talk" }],
        };

        Assert.Equal(Note.Corrected, Assert.IsType<DialogReply.Asks>(_talk.Say("actually i knew her before")[0]).Note);
        Assert.Equal("privately", _talk.Told("known"));
    }
}
