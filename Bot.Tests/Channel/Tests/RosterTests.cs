using System.Net;
using PolicyBot.BotFramework;

namespace PolicyBot.Tests.Channel.Tests;

public sealed class RosterTests : IAsyncLifetime
{
    private static readonly SendOutcome NotInstalled = new SendOutcome.Gone(403, "ForbiddenOperationException");

    private readonly Person _ann = Person.Numbered(1);
    private BotOnTeams _bot = null!;

    private Roster Roster => _bot.Teams.Roster;

    public async ValueTask InitializeAsync() => _bot = await BotOnTeams.StartAsync();

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task A_person_has_one_conversation_however_often_and_by_whichever_id_it_is_opened()
    {
        Roster.Install(_ann);

        foreach (var id in new[] { _ann.Id, _ann.EntraId, _ann.EntraId.ToUpperInvariant(), _ann.Id })
            Assert.Equal((new SendOutcome.Sent(null), _ann.ConversationId), await _bot.OpenAsync(id));

        Assert.StartsWith("a:", _ann.ConversationId, StringComparison.Ordinal);
        Assert.IsType<SendOutcome.Sent>(await _bot.SayAsync(_ann.ConversationId, "hello"));
    }

    [Fact]
    public async Task A_bot_makes_no_group()
    {
        Roster.Install(_ann);

        Assert.Equal((new SendOutcome.Refused(400, "BadSyntax"), null), await _bot.OpenAsync(_ann.Id, isGroup: true));
        foreach (var body in new[] { "no json", """{"members":[{"id":"1"},{"id":"2"}]}""" })
            Assert.Equal(HttpStatusCode.BadRequest, (await _bot.AskAsync(HttpMethod.Post, "", body)).Status);
    }

    [Fact]
    public async Task Who_does_not_have_the_bot_cannot_be_written_to()
    {
        Roster.KnowsConversations = true;

        Assert.Equal((NotInstalled, null), await _bot.OpenAsync(_ann.EntraId));
        var unknown = new SendOutcome.Gone(404, "ConversationNotFound");
        Assert.Equal(unknown, await _bot.SayAsync(_ann.ConversationId, "hello"));
        Roster.Install(_ann);
        Assert.IsType<SendOutcome.Sent>(await _bot.SayAsync(_ann.ConversationId, "hello"));
    }

    [Fact]
    public async Task Who_removed_the_bot_is_out_of_reach_until_it_is_installed_again()
    {
        Roster.Uninstall(_ann);

        var removed = new SendOutcome.Gone(403, "BotNotInConversationRoster");
        Assert.Equal(removed, await _bot.SayAsync(_ann.ConversationId, "hello"));
        Assert.Equal(NotInstalled, (await _bot.OpenAsync(_ann.EntraId)).Outcome);
        Roster.Install(_ann);
        Assert.IsType<SendOutcome.Sent>(await _bot.SayAsync(_ann.ConversationId, "hello again"));
        Assert.Equal(["hello again"], _bot.Teams.Delivered.In(_ann.ConversationId).Select(message => message.Text));
    }

    [Theory]
    [InlineData(false, "ConversationBlockedByUser")]
    [InlineData(true, "MessageWritesBlocked")]
    public async Task Who_blocked_the_bot_hears_nothing(bool inOlderShape, string code)
    {
        Roster.Block(_ann, inOlderShape);

        Assert.Equal((new SendOutcome.Sent(null), _ann.ConversationId), await _bot.OpenAsync(_ann.EntraId));
        Assert.Equal(new SendOutcome.Gone(403, code), await _bot.SayAsync(_ann.ConversationId, "hello"));
        Assert.Empty(_bot.Teams.Delivered.All);
    }

    [Fact]
    public async Task A_channel_told_of_nobody_knows_everybody()
    {
        Assert.IsType<SendOutcome.Sent>(await _bot.SayAsync("a:unheard/of", "hello"));
        Assert.Equal(await _bot.OpenAsync("29:unheard-of"), await _bot.OpenAsync("29:unheard-of"));
        Assert.Single(_bot.Teams.Delivered.In("a:unheard/of"));
    }
}
