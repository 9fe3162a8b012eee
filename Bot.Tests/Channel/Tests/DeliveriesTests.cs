using System.Text.Json;
using PolicyBot.BotFramework;

namespace PolicyBot.Tests.Channel.Tests;

public sealed class DeliveriesTests : IAsyncLifetime
{
    private BotOnTeams _bot = null!;

    private Deliveries Delivered => _bot.Teams.Delivered;

    public async ValueTask InitializeAsync() => _bot = await BotOnTeams.StartAsync();

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task A_message_stands_in_its_conversation_with_its_id_and_time()
    {
        var sent = Assert.IsType<SendOutcome.Sent>(await _bot.SayAsync("a:1", "first"));
        _bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await _bot.SendAsync(BotOnTeams.Message("a:1", "second") with { ReplyToId = "17/1" });
        await _bot.SayAsync("a:2", "third");

        var messages = Delivered.In("a:1");
        Assert.Equal(("first", sent.Id, null), (messages[0].Text, messages[0].ActivityId, messages[0].ReplyTo));
        Assert.Equal(("second", "17/1"), (messages[1].Text, messages[1].ReplyTo));
        Assert.Equal(ManualClock.Start.AddMinutes(1), messages[1].When);
        Assert.Equal(["first", "second", "third"], Delivered.All.Select(message => message.Text));
        Assert.Empty(Delivered.In("a:3"));
    }

    [Fact]
    public async Task A_message_is_changed_under_its_id_and_deleted()
    {
        var token = TestContext.Current.CancellationToken;
        var sent = Assert.IsType<SendOutcome.Sent>(await _bot.SayAsync("a:1", "first"));
        var changed = BotOnTeams.Message("a:1", "changed") with { Id = sent.Id };

        Assert.Equal(sent, await _bot.Connector.UpdateAsync(_bot.ServiceUrl, changed, token));
        Assert.Equal("changed", Assert.Single(Delivered.In("a:1")).Text);
        Assert.IsType<SendOutcome.Sent>(await _bot.Connector.DeleteAsync(_bot.ServiceUrl, "a:1", sent.Id!, token));
        Assert.Empty(Delivered.All);

        var unknown = new SendOutcome.Gone(404, "ActivityNotFoundInConversation");
        Assert.Equal(unknown, await _bot.Connector.UpdateAsync(_bot.ServiceUrl, changed, token));
        Assert.Equal(unknown, await _bot.Connector.DeleteAsync(_bot.ServiceUrl, "a:1", "no number", token));
        Assert.Equal(1, Delivered.Total);
    }

    [Fact]
    public async Task Who_waits_for_so_many_messages_hears_of_the_last_and_what_is_kept_whole_is()
    {
        (_bot.Teams.KeepsCalls, Delivered.KeptWhole) = (false, new HashSet<string> { "a:2" });
        var came = new List<string?>();
        Delivered.Arrived += delivery => came.Add(delivery.Text);
        var two = Delivered.UntilAsync(2);
        await _bot.SayAsync("a:1", "first");
        Assert.False(two.IsCompleted);

        await _bot.SayAsync("a:2", "second");

        await two;
        await Delivered.UntilAsync(1);
        Assert.Equal(["first", "second"], came);
        Assert.Null(Delivered.In("a:1")[0].Json);
        Assert.Contains("second", Delivered.In("a:2")[0].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_twice_in_one_conversation_is_told()
    {
        foreach (var text in new[] { "same", "other", "same" })
            await _bot.SayAsync("a:1", text);
        await _bot.SayAsync("a:2", "same");

        Assert.Equal([new Repeat("a:1", "same", 2)], Delivered.Repeats);
    }

    [Fact]
    public async Task The_same_card_twice_is_told_too()
    {
        await _bot.SendAsync(Card("Late collection"));
        await _bot.SendAsync(Card("Photographs"));
        await _bot.SendAsync(Card("Late collection"));

        Assert.Equal(2, Assert.Single(Delivered.Repeats).Times);
    }

    [Fact]
    public async Task A_sign_of_typing_leaves_nothing_behind_and_what_is_no_activity_is_refused()
    {
        var message = BotOnTeams.Message("a:1", "");

        Assert.Equal(new SendOutcome.Sent(null), await _bot.SendAsync(message with { Type = "typing" }));
        Assert.Equal(new SendOutcome.Refused(400, "BadSyntax"), await _bot.SendAsync(message with { Type = null }));
        Assert.Equal(0, Delivered.Total);
    }

    [Fact]
    public async Task Many_at_once_are_each_delivered_once()
    {
        await Parallel.ForAsync(0, 2_000, TestContext.Current.CancellationToken,
            async (number, _) => await _bot.SayAsync($"a:{number % 40}", $"{number}"));

        Assert.Equal(2_000, Delivered.Total);
        Assert.Equal(2_000, Delivered.All.DistinctBy(message => message.ActivityId).Count());
        Assert.Equal(Enumerable.Range(0, 2_000), Delivered.All.Select(message => int.Parse(message.Text!)).Order());
        Assert.Equal(50, Delivered.In("a:0").Count);
    }

    private static Activity Card(string title)
    {
        using var content = JsonDocument.Parse($$"""{"type":"AdaptiveCard","title":"{{title}}"}""");
        var type = "application/vnd.microsoft.card.adaptive";
        var card = new Attachment { ContentType = type, Content = content.RootElement.Clone() };
        return BotOnTeams.Message("a:1", "") with { Text = null, Attachments = [card] };
    }
}
