using System.Net;
using System.Text.Json;
using PolicyBot.BotFramework;

namespace PolicyBot.Tests.Channel.Tests;

public sealed class MemberPagesTests : IAsyncLifetime
{
    private const string Team = "19:0a/b+c@thread.tacv2;messageid=1";

    private readonly Person[] _staff = [.. Enumerable.Range(1, 1_203).Select(Person.Numbered)];
    private BotOnTeams _bot = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotOnTeams.StartAsync();
        _bot.Teams.Roster.KnowsConversations = true;
        _bot.Teams.Roster.OpenTeam(Team, _staff);
    }

    public async ValueTask DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Page_by_page_the_bot_hears_of_everybody_once()
    {
        var (sizes, ids, next) = (new List<int>(), new List<string>(), default(string));
        do
        {
            var (_, page) = await PageAsync(next);
            sizes.Add(page!.Members!.Count);
            ids.AddRange(page.Members.Select(member => member.Id!));
            next = page.ContinuationToken;
        }
        while (next is not null);

        Assert.Equal([500, 500, 203], sizes);
        Assert.Equal(_staff.Select(person => person.Id), ids);
    }

    [Theory]
    [InlineData("", 500)]
    [InlineData("?pageSize=1", 50)]
    [InlineData("?pageSize=100", 100)]
    [InlineData("?pageSize=1000", 500)]
    [InlineData("?pageSize=100&continuationToken=from%2B1200%2F%3D%26", 3)]
    public async Task A_page_has_50_to_500_members(string query, int members)
    {
        var (_, _, body) = await _bot.AskAsync(HttpMethod.Get, $"/{Uri.EscapeDataString(Team)}/pagedmembers{query}");

        using var page = JsonDocument.Parse(body);
        Assert.Equal(members, page.RootElement.GetProperty("members").GetArrayLength());
        Assert.Equal(members > 3, page.RootElement.TryGetProperty("continuationToken", out _));
    }

    [Fact]
    public async Task A_token_that_was_never_given_is_refused()
    {
        var (outcome, _) = await PageAsync("page 2");

        Assert.Equal(new SendOutcome.Refused(400, "Bad Argument"), outcome);
    }

    [Fact]
    public async Task One_member_is_found_by_either_id()
    {
        Assert.Equal((_staff[7].Name, _staff[7].EntraId), await MemberAsync(_staff[7].Id));
        Assert.Equal((_staff[7].Name, _staff[7].EntraId), await MemberAsync(_staff[7].EntraId));
        Assert.Equal((null, null), await MemberAsync("29:nobody"));
    }

    [Fact]
    public async Task All_members_at_once_and_those_of_no_conversation()
    {
        var (_, _, body) = await _bot.AskAsync(HttpMethod.Get, $"/{Uri.EscapeDataString(Team)}/members");
        using var all = JsonDocument.Parse(body);

        Assert.Equal(_staff[0].EntraId, all.RootElement[0].GetProperty("objectId").GetString());
        Assert.Equal(1_203, all.RootElement.GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await _bot.AskAsync(HttpMethod.Get, "/19:gone/members")).Status);
    }

    private Task<(SendOutcome Outcome, PagedMembers? Page)> PageAsync(string? continuation) =>
        _bot.Connector.GetMembersAsync(_bot.ServiceUrl, Team, continuation, TestContext.Current.CancellationToken);

    private async Task<(string? Name, string? EntraId)> MemberAsync(string id)
    {
        var (_, member) = await _bot.Connector.GetMemberAsync(
            _bot.ServiceUrl, Team, id, TestContext.Current.CancellationToken);
        return (member?.Name, member?.EntraId);
    }
}
