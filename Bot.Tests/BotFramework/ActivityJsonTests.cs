using System.Text.Json;
using PolicyBot.BotFramework;

namespace PolicyBot.Tests.BotFramework;

public sealed class ActivityJsonTests
{
    [Fact]
    public void What_a_channel_adds_is_kept_byte_for_byte()
    {
        const string Json = """
            {"type":"message","channelId":"msteams","from":{"id":"1","extra":{"a":1.50}},"conversation":{"id":"c","more":[1,2]},"attachments":[{"contentType":"x","content":{"when":"2026-11-22T06:39:36.402+00:00","n":1.0e3,"s":"caf\u00e9 \/"},"thumbnailUrl":"t"}],"entities":[{"type":"clientInfo","locale":"en-US","platform":"Web"}],"value":{"z":1,"a":[ 1, 2 ]},"channelData":{"tenant":{"id":"t"},"big":12345678901234567890.10},"localTimezone":"UTC","timestamp":"2026-11-22T06:39:36.402Z"}
            """;

        var activity = JsonSerializer.Deserialize(Json, ActivityJson.Default.Activity)!;
        var again = JsonSerializer.Serialize(activity, ActivityJson.Default.Activity);

        Assert.Contains("""{"when":"2026-11-22T06:39:36.402+00:00","n":1.0e3,"s":"caf\u00e9 \/"}""", again, StringComparison.Ordinal);
        Assert.Contains("""{"z":1,"a":[ 1, 2 ]}""", again, StringComparison.Ordinal);
        Assert.Contains("""{"tenant":{"id":"t"},"big":12345678901234567890.10}""", again, StringComparison.Ordinal);
        using var before = JsonDocument.Parse(Json);
        using var after = JsonDocument.Parse(again);
        Assert.True(JsonElement.DeepEquals(before.RootElement, after.RootElement));
    }

    [Fact]
    public void Nothing_is_written_that_was_not_said() =>
        Assert.Equal("""{"type":"message","text":"hi"}""",
            JsonSerializer.Serialize(new Activity { Type = "message", Text = "hi" }, ActivityJson.Default.Activity));

    [Theory]
    [InlineData("<at>PolicyBot</at> can I post?", "can I post?")]
    [InlineData("<AT>policybot</AT> can I post?\n", "can I post?")]
    [InlineData("ask <at>Ann</at> and <at>PolicyBot</at>&nbsp;please", "ask <at>Ann</at> and &nbsp;please")]
    [InlineData("<at>PolicyBot</at> hi <at>PolicyBot</at>", "hi")]
    public void Only_the_bots_own_mention_is_taken_out(string text, string command)
    {
        var activity = Mentioning(text, """[{"type":"mention","mentioned":{"id":"bot","name":"PolicyBot"},"text":"<at>PolicyBot</at>"},{"type":"mention","mentioned":{"id":"ann"},"text":"<at>Ann</at>"}]""");
        var turn = new TurnContext(activity, (_, _) => Task.FromResult<SendOutcome>(new SendOutcome.Sent(null)));

        Assert.Equal(command, turn.CommandText);
        Assert.True(turn.MentionsBot);
        Assert.Equal(text, turn.Activity.Text);
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("""[{"type":"mention"}]""")]
    [InlineData("""[{"type":"mention","mentioned":null,"text":"x"}]""")]
    [InlineData("""[{"type":"mention","mentioned":{"id":5},"text":"x"}]""")]
    [InlineData("""[{"type":"mention","mentioned":{"id":"bot"}}]""")]
    [InlineData("""[{"type":"mention","mentioned":{"id":"bot","name":"PolicyBot"},"text":7}]""")]
    public void Ill_formed_mentions_do_no_harm(string entities)
    {
        var turn = new TurnContext(Mentioning("<at>PolicyBot</at> hi", entities), (_, _) => throw new InvalidOperationException());

        Assert.EndsWith("hi", turn.CommandText, StringComparison.Ordinal);
    }

    private static Activity Mentioning(string text, string entities) => JsonSerializer.Deserialize(
        $$"""{"type":"message","text":{{JsonSerializer.Serialize(text)}},"recipient":{"id":"bot"},"entities":{{entities}}}""", ActivityJson.Default.Activity)!;
}
