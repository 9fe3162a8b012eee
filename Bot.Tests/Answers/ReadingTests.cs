using PolicyBot.Answers;
using PolicyBot.Answers.Reading;

namespace PolicyBot.Tests.Answers;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("I have known her for twenty years", "private-tie", true)]
    [InlineData("I know her from the gate", "club-tie", true)]
    [InlineData("no photo in it", "photo", false)]
    [InlineData("nothing of work in it and a photo", "photo", true)]
    [InlineData("she is not a parent", "parent", false)]
    [InlineData("not my thing but a parent asked", "parent", true)]
    public void A_phrase_may_leave_a_gap_and_a_denial_ends_where_something_new_begins(string text, string concept, bool isAffirmed) =>
        Assert.Equal(isAffirmed, ShippedEngine.Engine.Why(text).Concepts.Any(found => found.Concept == concept && !found.IsDenied));

    [Theory]
    [InlineData("can i accpet a frend reqest", "can i accept a friend request")]
    [InlineData("photo of the chidlren", "photo of the children")]
    [InlineData("poor taset", "poor taste")]
    [InlineData("🤔 can i post it 🎉", "can i post it")]
    [InlineData("sooooo cute", "soo cute")]
    public void What_was_meant_is_read(string typed, string read) => Assert.Equal(read, string.Join(' ', ShippedEngine.Engine.Read(typed).Words));

    [Theory]
    [InlineData("Is the policy in date? Also am I allowed a tiktok account?", 2)]
    [InlineData("can i add a mum on insta and can i post a photo of our hall", 2)]
    [InlineData("I took a nice photo of the kids painting. Can I put it on insta?", 0)]
    [InlineData("can i post it", 0)]
    public void A_message_is_parted_only_where_both_parts_ask(string message, int parts) => Assert.Equal(parts, Matters.In(message).Count);

    /// <summary>Of messages as vague as these some have two readings nearly level, which come to different things.</summary>
    [Fact]
    public void Where_two_readings_are_close_the_person_says_which_is_meant()
    {
        var unclear = Vague.Select(ShippedEngine.Engine.Ask).OfType<Answer.Unclear>().ToList();

        Assert.NotEmpty(unclear);
        Assert.All(unclear, asked => Assert.Equal(2, asked.Readings.Count));
        Assert.All(unclear.SelectMany(asked => asked.Readings), reading => Assert.IsNotType<Answer.Unclear>(ShippedEngine.Engine.Ask(reading.Says)));
    }

    private static readonly string[] Vague =
    [
        "sharing pics from my week", "posting stuff about my day with pictures", "photos and stuff on my page", "putting things up about our day",
        "my page and the club", "something about a mum on my page", "a thing a parent said, on my page", "pics from the party", "the fair, on insta",
    ];
}
