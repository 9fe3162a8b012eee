using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Cards;

/// <summary>What a card's button sends is what was put into it, and what was typed beside it.</summary>
public sealed class ButtonSealTests
{
    private static readonly JsonObject Settle = new()
    {
        ["do"] = "text-changed",
        ["policy"] = "social-media",
        ["version"] = "0f3a",
        ["at"] = 3,
        ["told"] = new JsonObject { ["child"] = "no", ["parent"] = "yes" },
        ["round"] = null,
    };

    public static TheoryData<string> Samples => [.. SampleCards.All.Keys];

    [Theory, MemberData(nameof(Samples))]
    public async Task Every_button_of_a_card_is_sealed_with_whatever_is_typed_beside_it(string sample)
    {
        var card = Sealing.Printer.Print(SampleCards.All[sample]);
        var typed = ShownCard.Of(card, "Input.Text", "Input.ChoiceSet").Select(input => input.GetProperty("id").GetString()!).ToList();

        foreach (var button in ShownCard.Of(card, "Action.Execute", "Action.Submit"))
        {
            var sent = JsonNode.Parse(button.GetProperty("data").GetRawText())!.AsObject();
            foreach (var field in typed)
                sent[field] = "typed";

            Assert.True(await Sealing.Seal.HoldsAsync(sent));
            Assert.False(await Sealing.OfAnother.HoldsAsync(sent));
        }
    }

    [Fact]
    public async Task Whatever_is_changed_or_added_or_left_out_breaks_it()
    {
        var whole = Sealing.Seal.Sealed(Settle, "reason");
        Assert.True(await Sealing.Seal.HoldsAsync(whole));

        foreach (var name in Settle.Where(field => field.Value is not null).Select(field => field.Key).Append("seal"))
        {
            Assert.False(await Sealing.Seal.HoldsAsync(Changed(whole, sent => sent.Remove(name))), name);
            Assert.False(await Sealing.Seal.HoldsAsync(Changed(whole, sent => sent[name] = "another")), name);
        }

        Assert.False(await Sealing.Seal.HoldsAsync(Changed(whole, sent => sent["round"] = "of-another-year")));
        Assert.False(await Sealing.Seal.HoldsAsync(Changed(whole, sent => sent["told"]!["child"] = "yes")));
        Assert.False(await Sealing.Seal.HoldsAsync(Changed(whole, sent => sent["seal"] = $"reason,policy:{((string)sent["seal"]!).Split(':')[1]}")));
        Assert.False(await Sealing.Seal.HoldsAsync(Settle));
    }

    [Fact]
    public async Task What_a_client_may_change_does_not()
    {
        var whole = Sealing.Seal.Sealed(Settle, "reason");
        var other = new JsonObject(whole.Where(field => field.Value is not null).Reverse().Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())))
        {
            ["reason"] = "A slip of the pen.",
            ["msteams"] = new JsonObject { ["feedback"] = new JsonObject() },
        };

        Assert.True(await Sealing.Seal.HoldsAsync(other));
    }

    [Fact]
    public void As_long_as_there_is_no_key_the_card_is_as_it_would_be_without() =>
        Assert.DoesNotContain(ShownCard.Of(Sealing.Unsealed.Print(SampleCards.All["question-short"]), "Action.Execute"), button => button.GetProperty("data").TryGetProperty("seal", out _));

    private static JsonObject Changed(JsonObject whole, Action<JsonObject> change)
    {
        var sent = whole.DeepClone().AsObject();
        change(sent);
        return sent;
    }
}
