using System.Text.Json;
using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Teams;

public sealed class FrontDoorTests(SharedBot shared)
{
    private readonly BotHost _bot = shared.Host;

    [Fact]
    public async Task An_installation_announced_twice_at_once_is_welcomed_once()
    {
        var here = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(new[] { Installed(here), Joined(here), Installed(here), Joined(here) }.Select(RepliesAsync));

        Assert.Contains("Please leave out the names of children", Assert.Single(answers, each => each.Count > 0)[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_it_was_removed_the_bot_introduces_itself_again()
    {
        var here = Guid.NewGuid().ToString();

        Assert.NotEmpty(await RepliesAsync(Installed(here)));
        Assert.Empty(await RepliesAsync(Installed(here)));
        Assert.Empty(await RepliesAsync(Installed(here, "remove")));
        Assert.NotEmpty(await RepliesAsync(Installed(here)));
    }

    [Fact]
    public async Task Other_people_joining_are_not_our_business()
    {
        var joined = Message("").Replace("\"message\"", "\"conversationUpdate\"", StringComparison.Ordinal)
            .Replace("\"text\":\"\"", "\"membersAdded\":[{\"id\":\"29:ann\"},null,{}]", StringComparison.Ordinal);

        Assert.Empty(await RepliesAsync(joined));
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    public async Task In_a_group_the_bot_speaks_when_spoken_to(string kind)
    {
        var spoken = Message("can i post a photo of the kids").Replace("\"personal\"", $"\"{kind}\"", StringComparison.Ordinal);
        var mentioned = spoken.Replace("can i post", "<at>PolicyBot</at> can i post", StringComparison.Ordinal).Replace(
            "\"locale\"", "\"entities\":[{\"type\":\"mention\",\"mentioned\":{\"id\":\"28:bot\"},\"text\":\"<at>PolicyBot</at>\"}],\"locale\"", StringComparison.Ordinal);

        Assert.Empty(await RepliesAsync(spoken));
        Assert.StartsWith("**No.", Assert.Single(await RepliesAsync(mentioned)).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pressed_button_with_data_is_as_good_as_typing()
    {
        var pressed = Message("").Replace("\"text\":\"\"", "\"value\":{\"text\":\"do i have to sign the AUP\"}", StringComparison.Ordinal);

        Assert.StartsWith("**Yes.", Assert.Single(await RepliesAsync(pressed)).GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("🙈🙈🙈")]
    [InlineData("...!!!???")]
    [InlineData("\u0000\u202e\ufeff")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("你好，我可以发照片吗")]
    public async Task Whatever_is_typed_there_is_a_sentence_to_read(string text) =>
        Assert.All(await RepliesAsync(Message(text)), reply => Assert.NotEmpty(reply.GetProperty(reply.TryGetProperty("attachments", out _) ? "summary" : "text").GetString()!));

    [Fact]
    public async Task Twenty_thousand_characters_are_answered_too()
    {
        var story = string.Concat(Enumerable.Repeat("so anyway we were at the seaside and it rained. ", 420));

        var replies = await RepliesAsync(Message($"{story} can i post a photo of the kids on insta?"));

        Assert.InRange(replies[0].GetProperty("text").GetString()!.Length, 20, 4_000);
    }

    [Fact]
    public async Task Nothing_of_a_message_is_in_the_log()
    {
        await RepliesAsync(Message("canary-0815 a child told me something"));
        using var refused = await _bot.PostAsync(Message("canary-0815"), "Bearer x");

        Assert.DoesNotContain(_bot.Log.Lines, line => line.Contains("canary-0815", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Citations_keep_to_what_Teams_takes()
    {
        var reply = Assert.Single(await RepliesAsync(Message("do i have to sign the AUP")));
        var message = Assert.Single(reply.GetProperty("entities").EnumerateArray());

        Assert.Equal("https://schema.org/Message", message.GetProperty("type").GetString());
        Assert.False(message.TryGetProperty("additionalType", out _));
        foreach (var (claim, i) in message.GetProperty("citation").EnumerateArray().Select((claim, i) => (claim, i)))
        {
            var appearance = claim.GetProperty("appearance");
            Assert.Equal(i + 1, claim.GetProperty("position").GetInt32());
            Assert.Contains($"[{i + 1}]", reply.GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.InRange(appearance.GetProperty("name").GetString()!.Length, 1, 80);
            Assert.InRange(appearance.GetProperty("abstract").GetString()!.Length, 1, 160);
            Assert.StartsWith("https://policybot.example.org/policies/social-media#", appearance.GetProperty("url").GetString(), StringComparison.Ordinal);
        }
    }

    private string Installed(string conversation, string action = "add") =>
        Said.Installed(conversation, _bot.Channel.ServiceUrl, action, Said.ExpectReplies);

    private string Joined(string conversation) => Said.Joined(conversation, _bot.Channel.ServiceUrl, Said.ExpectReplies);

    private string Message(string text) => Said.Message(text, _bot.Channel.ServiceUrl, more: Said.ExpectReplies);

    private async Task<IReadOnlyList<JsonElement>> RepliesAsync(string activity)
    {
        using var response = await _bot.PostAsync(activity);
        var body = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return [.. JsonElement.Parse(body).GetProperty("activities").EnumerateArray()];
    }
}
