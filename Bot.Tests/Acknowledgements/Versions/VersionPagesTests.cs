using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Policies;
using PolicyBot.Storage;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Policies;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Acknowledgements.Versions;

/// <summary>Every text a policy had, as pages.</summary>
public sealed class VersionPagesTests
{
    private const string Pages = "/policies/social-media/versions";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_text_stands_alone()
    {
        await using var bot = await StartAsync();

        Assert.Contains("The first text that the bot had.", await bot.Http.GetStringAsync(Pages, Token), StringComparison.Ordinal);
        Assert.DoesNotContain("What was changed", await bot.Http.GetStringAsync(Pages, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_text_is_listed_with_its_dates_and_can_be_read_and_seen_beside_the_one_before()
    {
        await using var bot = await StartAsync();
        var now = bot.Services.GetRequiredService<PolicyLibrary>().Policies[0];
        var before = now.With("could offend other members of staff", "could offend other staff");
        var (old, other) = (RegisterRecord.VersionOf(before), RegisterRecord.VersionOf(now));
        var change = new TextChange("social-media", 1, old, other, IsCorrection: false, ["offence"], "Sam", "After a complaint.", bot.Clock.GetUtcNow());
        await bot.Services.GetRequiredService<IRecordStore>().WriteAsync(
            [new TextRecord.Begun(PolicyText.Of(before, bot.Clock.GetUtcNow().AddDays(-30))), new TextRecord.Kept(PolicyText.Of(now, bot.Clock.GetUtcNow())), new TextRecord.Settled(change)], [], Token);

        var list = await bot.Http.GetStringAsync(Pages, Token);
        var changes = await bot.Http.GetStringAsync($"{Pages}/{other}/changes", Token);

        Assert.Contains("Its meaning was changed in: offence. In force since 23 November 2026.", list, StringComparison.Ordinal);
        Assert.Contains("In force from 24 October 2026 until 23 November 2026.", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", list, StringComparison.Ordinal);
        Assert.Contains("could offend other <ins>members of </ins>staff", changes, StringComparison.Ordinal);
        Assert.Contains("Reworded: 1. New: 0. No longer there: 0. Unchanged: 13.", changes, StringComparison.Ordinal);
        Assert.Contains("could offend other staff, parents", await bot.Http.GetStringAsync($"{Pages}/{old}", Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/policies/social-media/versions/none")]
    [InlineData("/policies/social-media/versions/none/changes")]
    [InlineData("/policies/none/versions")]
    [InlineData("/reviews/none")]
    public async Task What_is_not_there_is_said_so(string address)
    {
        await using var bot = await StartAsync();
        using var answer = await bot.Http.GetAsync(new Uri(address, UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static async Task<BotHost> StartAsync()
    {
        var bot = await BotHost.StartAsync();
        await bot.Services.GetRequiredService<Databases>().PrepareAsync();
        return bot;
    }
}
