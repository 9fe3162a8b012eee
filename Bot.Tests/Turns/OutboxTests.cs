using Microsoft.Extensions.DependencyInjection;
using PolicyBot.BotFramework;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Channel;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Turns;

public sealed class OutboxTests : IAsyncLifetime
{
    private static readonly Person Ann = Person.Numbered(1), Bo = Person.Numbered(2), Cy = Person.Numbered(3);

    private BotHost _bot = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.StartAsync();
        _bot.Channel.Roster.KnowsConversations = true;
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task The_first_word_to_somebody_opens_the_conversation_and_the_second_uses_it()
    {
        _bot.Channel.Roster.Install(Ann);
        await HearFromSomebodyAsync();

        await PromiseAsync(Ann, "one");
        await PromiseAsync(Ann, "two");
        await WorkOffAsync();

        Assert.Equal(["one", "two"], Texts(Ann));
        Assert.Single(_bot.Channel.Calls, call => call.Path.EndsWith("/conversations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_written_is_answered_where_they_wrote()
    {
        _bot.Channel.Roster.Install(Ann);
        await WriteAsync(Ann);

        await PromiseAsync(Ann, "hello");
        await WorkOffAsync();

        Assert.Contains("hello", Texts(Ann));
        Assert.DoesNotContain(_bot.Channel.Calls, call => call.Path.EndsWith("/conversations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_final_refusal_is_the_persons_delivery_state_until_they_write_again()
    {
        _bot.Channel.Roster.Install(Ann);
        _bot.Channel.Roster.Block(Bo);
        _bot.Channel.Roster.Uninstall(Cy);
        await HearFromSomebodyAsync();

        foreach (var person in (Person[])[Ann, Bo, Cy])
            await PromiseAsync(person, "hello");
        await WorkOffAsync();

        Assert.Equal([(Bo.EntraId, "403 ConversationBlockedByUser"), (Cy.EntraId, "403 ForbiddenOperationException")], await UnreachableAsync());
        Assert.Equal(new CampaignProgress("round", 3, 1, 2), Assert.Single(await Outbox.ProgressAsync(Token)));

        _bot.Channel.Roster.Install(Bo);
        await WriteAsync(Bo);
        Assert.Equal([(Cy.EntraId, "403 ForbiddenOperationException")], await UnreachableAsync());
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_opened_anew()
    {
        await WriteAsync(Ann with { ConversationId = "a:gone" });
        _bot.Channel.Roster.Install(Ann);

        await PromiseAsync(Ann, "hello");
        await WorkOffAsync();

        Assert.Equal(["hello"], Texts(Ann));
    }

    [Fact]
    public async Task A_busy_channel_is_tried_again_when_it_said_and_the_next_message_waits_for_the_first()
    {
        _bot.Channel.Roster.Install(Ann);
        await WriteAsync(Ann);
        await PromiseAsync(Ann, "one");
        await PromiseAsync(Ann, "two");
        _bot.Channel.Answers.Enqueue((429, "", "30"));

        await WorkOffAsync();
        _bot.Clock.Advance(TimeSpan.FromSeconds(29));
        await WorkOffAsync();
        Assert.DoesNotContain("one", Texts(Ann));

        _bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await WorkOffAsync();
        Assert.Equal(["one", "two"], Texts(Ann).TakeLast(2));
    }

    [Fact]
    public async Task An_answer_that_the_channel_holds_up_for_longer_than_a_turn_is_sent_later()
    {
        _bot.Channel.Roster.Install(Ann);
        _bot.Channel.Answers.Enqueue((429, "", "60"));
        using var asked = await _bot.PostAsync(Said.Message("do i have to sign the AUP", _bot.Channel.ServiceUrl)
            .Replace("a:1", Ann.ConversationId, StringComparison.Ordinal));
        Assert.Empty(Texts(Ann));

        _bot.Clock.Advance(TimeSpan.FromSeconds(60));
        await WorkOffAsync();

        Assert.StartsWith("**Yes.", Assert.Single(Texts(Ann)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_is_sent_again_for_a_promise_is_kept_at_least_once()
    {
        _bot.Channel.Roster.Install(Ann);
        await WriteAsync(Ann);
        await PromiseAsync(Ann, "hello");
        _bot.Channel.Misbehaviour = new Misbehaviour { Lost = 1 };
        await WorkOffAsync();

        _bot.Channel.Misbehaviour = Misbehaviour.None;
        _bot.Clock.Advance(TimeSpan.FromSeconds(10));
        await WorkOffAsync();

        Assert.Equal(2, Texts(Ann).Count(text => text == "hello"));
        Assert.Equal(0, Assert.Single(await Outbox.ProgressAsync(Token)).Waiting);
    }

    [Fact]
    public async Task What_cannot_be_sent_for_three_days_is_given_up_and_says_so()
    {
        await PromiseAsync(Ann, "hello");
        for (var day = 0; day < 5; day++)
        {
            _bot.Channel.Answers.Enqueue((503, "", null));
            await WorkOffAsync();
            _bot.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(new CampaignProgress("round", 1, 0, 1), Assert.Single(await Outbox.ProgressAsync(Token)));
        Assert.Empty(await UnreachableAsync());
    }

    [Fact]
    public async Task Of_a_removed_bot_nothing_is_kept_and_nothing_more_is_sent_there()
    {
        _bot.Channel.Roster.Install(Ann);
        await WriteAsync(Ann);
        using var removed = await _bot.PostAsync(Said.Installed(Ann.ConversationId, _bot.Channel.ServiceUrl, "remove"));

        Assert.Empty(await References.FindAsync([new Recipient.Person(Ann.EntraId)], Token));
    }

    private IOutboxStore Outbox => _bot.Services.GetRequiredService<IOutboxStore>();

    private IReferenceStore References => _bot.Services.GetRequiredService<IReferenceStore>();

    private IEnumerable<string?> Texts(Person person) => _bot.Channel.Delivered.In(person.ConversationId).Select(delivery => delivery.Text);

    private async Task PromiseAsync(Person to, string text) => await Outbox.PromiseAsync(
        [new Promise(new Recipient.Person(to.EntraId), new Activity { Text = text }, _bot.Clock.GetUtcNow()) { Campaign = "round" }], _bot.Clock.GetUtcNow(), Token);

    private async Task WorkOffAsync()
    {
        var round = _bot.Services.GetRequiredService<OutboxRound>();
        while (await round.RunAsync(Token) > 0)
        {
        }
    }

    private async Task<IEnumerable<(string, string)>> UnreachableAsync() =>
        (await Outbox.UnreachableAsync(Token)).Select(person => (person.Person, person.Reason));

    /// <summary>So that the bot knows the channel's address.</summary>
    private Task HearFromSomebodyAsync() => WriteAsync(Person.Numbered(99));

    private async Task WriteAsync(Person person)
    {
        var said = Said.Message("thanks", _bot.Channel.ServiceUrl, more: Said.ExpectReplies).Replace("a:1", person.ConversationId, StringComparison.Ordinal)
            .Replace("11111111-2222-3333-4444-555555555555", person.EntraId, StringComparison.Ordinal);
        using var answer = await _bot.PostAsync(said);
        Assert.True(answer.IsSuccessStatusCode);
        await _bot.Services.GetRequiredService<ReferenceBook>().WriteAsync(Token);
    }
}
