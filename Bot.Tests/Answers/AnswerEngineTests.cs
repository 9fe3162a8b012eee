using PolicyBot.Answers;
using PolicyBot.Policies;
using PolicyBot.Tests.Policies;

namespace PolicyBot.Tests.Answers;

public sealed class AnswerEngineTests
{
    [Theory]
    [InlineData("one of the dads requested me on facebook", "invitations")]
    [InlineData("Would it be all right to accept an invitation from a child's mother?", "invitations")]
    [InlineData("ok to stick a photo from this afternoon on my story", "photographs")]
    public void What_hangs_on_a_condition_is_asked(string question, string clause) =>
        Assert.Equal(clause, Assert.IsType<Answer.Asks>(Ask(question)).Clauses[0].Id.Value);

    [Theory]
    [InlineData("shes a mum here but we went to school together, can i accept her request", nameof(Verdict.May), "invitations")]
    [InlineData("dad i only know from the gate sent me a friend request", nameof(Verdict.MustNot), "invitations")]
    [InlineData("can i moan about the club on twitter", nameof(Verdict.MustNot), "reputation")]
    [InlineData("a video of the children singing, closed group, ok?", nameof(Verdict.MustNot), "photographs")]
    [InlineData("mum on messenger wants to know how her son behaved, can i tell her", nameof(Verdict.MustNot), "discussing")]
    [InlineData("can i post a nasty joke about my colleague", nameof(Verdict.MustNot), "offence")]
    [InlineData("am i allowed to have instagram", nameof(Verdict.May), "purpose")]
    [InlineData("is snapchat covered by the policy", nameof(Verdict.Info), "scope")]
    [InlineData("does the policy apply at weekends", nameof(Verdict.Info), "ambassadors")]
    [InlineData("when was the policy adopted", nameof(Verdict.Info), "review")]
    [InlineData("do i need to sign the acceptable use policy", nameof(Verdict.Should), "acceptable-use")]
    public void What_the_policy_settles_is_answered_with_its_clause(string question, string verdict, string clause)
    {
        var answered = Assert.IsType<Answer.Answered>(Ask(question));

        Assert.Equal((verdict, clause), (answered.Verdict.ToString(), answered.Clauses[0].Id.Value));
    }

    [Theory]
    [InlineData("can i keep my phone on me during the session", "Mobile Phone policy")]
    [InlineData("how do i appeal a written warning", "Staff Disciplinary policy")]
    [InlineData("what is the wifi password", "Acceptable Use Policy")]
    [InlineData("when is my safeguarding training", "Child Protection Policy")]
    [InlineData("how do we teach the children to be safe online", "Online Safety Policy")]
    [InlineData("what is the capital of spain", null)]
    [InlineData("how much is a session", null)]
    public void Silence_is_an_answer_and_names_the_policy_that_would_settle_it(string question, string? policy) =>
        Assert.Equal(policy, Assert.IsType<Answer.NotCovered>(Ask(question)).SettledBy);

    [Theory]
    [InlineData("a girl told me her dad hits her")]
    [InlineData("can i post a photo? also one of the boys has cigarette burns on his arm")]
    [InlineData("does the policy cover it if a child says he wants to die")]
    [InlineData("a year 4 keeps sending me hearts on tiktok")]
    [InlineData("someone on the team is messaging kids at night")]
    [InlineData("I DONT WANT TO LIVE ANY MORE")]
    public void A_hint_of_a_child_at_risk_wins_over_everything(string message) => Assert.IsType<Answer.Safeguarding>(Ask(message));

    [Theory]
    [InlineData("this rota is killing me")]
    [InlineData("i could murder a cup of tea")]
    [InlineData("who is the safeguarding lead, filling in a form")]
    [InlineData("my feet are killing me after that shift")]
    public void Loud_words_alone_are_no_alarm(string message) => Assert.IsNotType<Answer.Safeguarding>(Ask(message));

    /// <summary>Whatever is asked, words that make it forbidden never leave it permitted.</summary>
    [Theory]
    [InlineData("am i allowed to have instagram")]
    [InlineData("can i post my holiday photos")]
    [InlineData("can i accept a request from my cousin whose child comes to club")]
    [InlineData("can i say i love my job")]
    [InlineData("can i put up a picture of my dog")]
    public void Adding_what_is_forbidden_never_leaves_it_permitted(string question)
    {
        foreach (var forbidden in (string[])["with the children in the photo", "and say the club is rubbish", "wearing my club polo with the logo",
            "and call my manager an idiot", "with a racist joke", "and a dad i only know from the gate wants to add me"])
            Assert.False(Ask($"{question} {forbidden}") is Answer.Answered { Verdict: Verdict.May }, $"{question} {forbidden}");
    }

    /// <summary>Wanting to be friends is not being friends, and a denial affirms nothing.</summary>
    [Theory]
    [InlineData("a mum wants to become my friend on insta, can i accept")]
    [InlineData("this dad asked to be my friend on facebook, do i press accept")]
    [InlineData("she wants to be friends online but i dont know her socially, accept?")]
    [InlineData("can i accept her, i have never been friends with this mum")]
    [InlineData("a parent put me on her friends list, do i accept")]
    public void Only_knowing_a_parent_already_permits(string question) =>
        Assert.False(Ask(question) is Answer.Answered { Verdict: Verdict.May }, question);

    [Fact]
    public void The_same_question_has_the_same_answer_every_time() =>
        Assert.Single(Enumerable.Range(0, 50).Select(_ => Ask("can i add a mum on insta").Confidence).Distinct());

    [Fact]
    public void A_policy_with_only_its_text_is_quoted_and_permits_nothing()
    {
        var engine = EngineFor(new PolicyFolder().With("phones", PolicyFolder.Good));

        var answered = Assert.IsType<Answer.Answered>(engine.Ask("where do I keep my own phone during sessions, in the office?"));

        Assert.Equal((Verdict.Info, "own-phone"), (answered.Verdict, answered.Clauses[0].Id.Value));
        Assert.IsType<Answer.NotCovered>(engine.Ask("what is the capital of spain"));
    }

    [Fact]
    public void With_two_policies_each_answers_for_itself()
    {
        using var folder = new PolicyFolder().With("phones", PolicyFolder.Good);
        var shipped = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Policies", "Library")).Library.Policies;
        var engine = Bookshelf.Build([.. PolicyLibrary.Load(folder.Path).Library.Policies, .. shipped]).Engine;

        Assert.Equal("social-media", Assert.IsType<Answer.Answered>(engine.Ask("can i post a photo of the kids")).Policy.Id.Value);
        Assert.Equal("phones", Assert.IsType<Answer.Answered>(engine.Ask("do I write each call in the book?")).Policy.Id.Value);
    }

    private static AnswerEngine EngineFor(PolicyFolder folder)
    {
        using (folder)
            return Bookshelf.Build(PolicyLibrary.Load(folder.Path).Library.Policies).Engine;
    }

    private static Answer Ask(string question) => ShippedEngine.Engine.Ask(question);
}
