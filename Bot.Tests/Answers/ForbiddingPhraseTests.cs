using PolicyBot.Answers;

namespace PolicyBot.Tests.Answers;

/// <summary>Whatever is asked: with words in it that a rule forbids, the answer is never "may". Each line with two of the eight.</summary>
public sealed class ForbiddingPhraseTests
{
    [Theory]
    [InlineData(0, "{0} and there is a photo with two of the children in it")]
    [InlineData(1, "{0} and you can see our logo on my polo")]
    [InlineData(2, "it has a picture of our hall in it. {0}")]
    [InlineData(3, "{0} and I slag off the club a bit")]
    [InlineData(0, "{0} and I call my colleague an idiot")]
    [InlineData(1, "I only know her from the club. {0}")]
    [InlineData(2, "{0} and I tell her how her son is getting on at club")]
    [InlineData(3, "{0} with a joke about immigrants")]
    public void No_forbidding_phrase_ever_leads_to_may(int share, string with) =>
        Assert.DoesNotContain(ShippedEngine.Share(ShippedEngine.Examples, share, of: 4).Select(question => string.Format(null, with, question)),
            question => ShippedEngine.Engine.Ask(question) is Answer.Answered { Verdict: Verdict.May });
}
