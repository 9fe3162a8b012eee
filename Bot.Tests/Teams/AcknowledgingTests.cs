using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Teams.Cards;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Cards;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Teams;

/// <summary>Through the front door: who has confirmed is who sent it, and once is once.</summary>
public sealed partial class AcknowledgingTests
{
    private const string Sender = "11111111-2222-3333-4444-555555555555";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Confirmed_twenty_times_at_once_it_is_confirmed_once_with_one_receipt_by_the_sender(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bot = await BotHost.StartAsync(database: database);
        var confirm = await ReachStatementAsync(bot);
        (confirm["person"], confirm["from"], confirm["aadObjectId"]) = ("somebody-else", new JsonObject { ["id"] = "29:else" }, "somebody-else");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => PressAsync(bot, confirm, i % 2 == 0 ? null : $"device-{i}")));

        var register = bot.Services.GetRequiredService<IRegister>();
        var entry = Assert.Single(await register.OfAsync(Sender, Token), entry => entry.Kind == "acknowledged");
        var signed = Assert.IsType<RegisterEvent.Acknowledged>(entry.ReadEvent());
        Assert.Equal([signed.Receipt], answers.SelectMany(answer => Receipt().Matches(answer).Select(match => match.Value)).Distinct());
        Assert.Empty(await register.OfAsync("somebody-else", Token));
        Assert.StartsWith("I have read the Social Media Policy (adopted October 2021).", signed.Statement, StringComparison.Ordinal);
        Assert.Contains(signed.Receipt, await SayAsync(bot, "what have i signed"), StringComparison.Ordinal);

        var check = new ChainCheck();
        check.End(await register.ReadAsync(check.Take, Token));
        Assert.Empty(check.Faults);
    }

    [Fact]
    public async Task What_was_understood_stands_by_clause_and_no_word_of_a_question()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var bot = await BotHost.StartAsync(database: database);
        await ReachStatementAsync(bot);
        await SayAsync(bot, "can i post kanarienvogel pictures?");

        var entries = await bot.Services.GetRequiredService<IRegister>().OfAsync(Sender, Token);

        var understood = entries.Select(entry => entry.ReadEvent()).OfType<RegisterEvent.Understood>().ToList();
        Assert.Equal(["discussing", "invitations", "offence", "photographs", "reputation"], understood.Select(each => each.Clause).Order());
        Assert.All(understood, each => Assert.InRange(each.Tries, 1, 2));
        Assert.DoesNotContain(entries, entry => entry.Detail!.Contains("kanarienvogel", StringComparison.Ordinal));
    }

    /// <returns>What the button sends that confirms.</returns>
    private static async Task<JsonObject> ReachStatementAsync(BotHost bot)
    {
        await SayAsync(bot, "sign the policy");
        var said = await SayAsync(bot, "I have read it");
        for (var answered = 0; answered < 10 && !said.Contains("\"confirm\"", StringComparison.Ordinal); answered++)
            said = await SayAsync(bot, "1");

        return JsonNode.Parse(ConfirmButton().Match(said).Value)!.AsObject();
    }

    private static Task<string> SayAsync(BotHost bot, string text) => PostAsync(bot, Said.Message(text, bot.Channel.ServiceUrl, more: Said.ExpectReplies));

    /// <param name="nonce">Of a button that is not the one of the other device; null for the same.</param>
    private static Task<string> PressAsync(BotHost bot, JsonObject data, string? nonce)
    {
        var sent = data.DeepClone().AsObject();
        sent["nonce"] = nonce ?? sent["nonce"]!.GetValue<string>();
        var whole = bot.Services.GetRequiredService<ButtonSeal>().Sealed(sent);
        return PostAsync(bot, Said.Message("", bot.Channel.ServiceUrl, more: $",\"value\":{whole.ToJsonString()}{Said.ExpectReplies}"));
    }

    private static async Task<string> PostAsync(BotHost bot, string activity)
    {
        using var response = await bot.PostAsync(activity);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Token);
    }

    [GeneratedRegex(@"\{""do"":""answer""[^{}]*""value"":""confirm""[^{}]*\}")]
    private static partial Regex ConfirmButton();

    [GeneratedRegex("R-[2-9A-Z]{4}-[2-9A-Z]{4}")]
    private static partial Regex Receipt();
}
