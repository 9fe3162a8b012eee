using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Teams.Cards;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Cards;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Teams;

/// <summary>Presses of buttons that the bot never made, by somebody whom Teams has let in.</summary>
public sealed class MadeUpButtonTests
{
    private const string Worry = "a boy says his dad hits him at home";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Presses =>
    [
        """{"do":"acknowledge","policy":"social-media"}""",
        """{"do":"begin","scenario":"friend-request","told":{"known":"private"}}""",
        """{"do":"pass-on","text":"may we have a trampoline"}""",
        """{"do":"round-start","policy":"social-media","seal":":AAAAAAAAAAAAAAAAAAAAAA"}""",
        """{"do":"answer-question","question":"q-1","answer":"Yes.","seal":7}""",
        """{"do":"text-corrected","policy":"social-media","version":"x","seal":"policy"}""",
        """{"do":"review-approve","policy":"social-media","due":"2026-09-01"}""",
    ];

    [Theory, MemberData(nameof(Presses))]
    public async Task It_does_nothing_and_says_how_to_go_on(string data)
    {
        await using var bot = await BotHost.StartAsync();
        var before = await bot.Services.GetRequiredService<IRegister>().ReadAsync(_ => { }, Token);

        foreach (var value in (string[])[data, $$$"""{"action":{"type":"Action.Execute","verb":"x","data":{{{data}}}},"trigger":"manual"}"""])
        {
            Assert.Contains("I cannot use that button", await PressAsync(bot, value), StringComparison.Ordinal);
            Assert.Equal(before.CheckValue, (await bot.Services.GetRequiredService<IRegister>().ReadAsync(_ => { }, Token)).CheckValue);
        }

        Assert.Contains("I have read", await SayAsync(bot, "sign the policy"), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What this installation sealed, sealed once more by another.</summary>
    [Fact]
    public async Task A_button_of_another_installation_does_nothing()
    {
        await using var bot = await BotHost.StartAsync();
        var data = new JsonObject { ["do"] = "acknowledge", ["policy"] = "social-media", ["nonce"] = "n-1" };

        Assert.Contains("I cannot use that button", await PressAsync(bot, Sealing.Seal.Sealed(data).ToJsonString()), StringComparison.Ordinal);
        Assert.DoesNotContain("I cannot use that button", await PressAsync(bot, bot.Services.GetRequiredService<ButtonSeal>().Sealed(data).ToJsonString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"do":"unsafe","concern":"Worry"}""")]
    [InlineData($$"""{"do":"pass-on","text":"{{Worry}}"}""")]
    [InlineData($$"""{"do":"send","in":"x","at":1,"text":"{{Worry}}"}""")]
    [InlineData($$"""{"do":"answer-question","question":"q-1","answer":"{{Worry}}"}""")]
    public async Task A_worry_behind_it_is_a_worry(string data)
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Contains("Ann, the safeguarding lead", await PressAsync(bot, data), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Replicas_that_start_together_have_one_key(string provider)
    {
        using var database = TestDatabase.Missing(provider);
        await using var first = await BotHost.StartAsync(database: database);
        await using var second = await BotHost.StartAsync(database: database, beside: first);
        var (one, other) = (first.Services.GetRequiredService<ButtonSeal>(), second.Services.GetRequiredService<ButtonSeal>());
        await one.HoldsAsync(new JsonObject());

        var sent = one.Sealed(new JsonObject { ["do"] = "acknowledge" });

        Assert.NotNull(sent["seal"]);
        Assert.True(await other.HoldsAsync(sent));
    }

    private static Task<string> SayAsync(BotHost bot, string text) => PostAsync(bot, Said.Message(text, bot.Channel.ServiceUrl, more: Said.ExpectReplies));

    private static Task<string> PressAsync(BotHost bot, string value) =>
        PostAsync(bot, Said.Message("", bot.Channel.ServiceUrl, more: $",\"value\":{value}{Said.ExpectReplies}"));

    private static async Task<string> PostAsync(BotHost bot, string activity)
    {
        using var response = await bot.PostAsync(activity);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Token);
    }
}
