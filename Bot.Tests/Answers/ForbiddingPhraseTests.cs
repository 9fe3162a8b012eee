using PolicyBot.Answers;

namespace PolicyBot.Tests.Answers;

/// <summary>Whatever is asked: with words in it that a rule forbids, the answer is never "may".</summary>
public sealed class ForbiddingPhraseTests
{
    [Theory]
    [InlineData("{0} and there is a photo with two of the children in it")]
    [InlineData("{0} and you can see our logo on my polo")]
    [InlineData("it has a picture of our hall in it. {0}")]
    [InlineData("{0} and I slag off the club a bit")]
    [InlineData("{0} and I call my colleague an idiot")]
    [InlineData("I only know her from the club. {0}")]
    [InlineData("{0} and I tell her how her son is getting on at club")]
    [InlineData("{0} with a joke about immigrants")]
    public void No_forbidding_phrase_ever_leads_to_may(string with) =>
        Assert.DoesNotContain(ShippedEngine.Examples.Select(question => string.Format(null, with, question)),
            question => ShippedEngine.Engine.Ask(question) is Answer.Answered { Verdict: Verdict.May });
}
