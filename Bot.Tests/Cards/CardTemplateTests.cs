using System.Text.Json.Nodes;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Tests.Cards;

public sealed class CardTemplateTests
{
    [Theory]
    [InlineData("""{"text":"${title}"}""", """{"text":"One \u0022two\u0022 \\three"}""")]
    [InlineData("""{"text":"<${title}> ${button.label}"}""", """{"text":"<One \u0022two\u0022 \\three> Yes"}""")]
    [InlineData("""{"data":"${button}","not":12,"or":true}""", """{"data":{"label":"Yes","at":3},"not":12,"or":true}""")]
    [InlineData("""{"at":"${button.at}"}""", """{"at":3}""")]
    [InlineData("""{"items":[{"$data":"${facts}","a":"${label} of ${$root.button.label}"},{"b":1}]}""", """{"items":[{"a":"x of Yes"},{"a":"y of Yes"},{"b":1}]}""")]
    [InlineData("""{"items":[{"$data":"${words}","a":"${$data}"}]}""", """{"items":[{"a":"one"},{"a":"two"}]}""")]
    [InlineData("""{"items":[{"$when":"${exists(button)}","a":1},{"$when":"${exists(note)}","a":2},{"$when":"${!exists(note)}","a":3}]}""", """{"items":[{"a":1},{"a":3}]}""")]
    [InlineData("""{"items":[{"$data":"${facts}","$when":"${exists(only)}","a":"${label}"}]}""", """{"items":[{"a":"y"}]}""")]
    [InlineData("""{"items":[{"$when":"${exists(note)}","a":[{"$data":"${note.none}","a":"${none}"}]}]}""", """{"items":[]}""")]
    public void A_template_is_filled(string template, string card) =>
        Assert.Equal(JsonNode.Parse(card)!.ToJsonString(), new CardTemplate(template).Fill(Shown).ToJsonString());

    [Fact]
    public void What_is_filled_in_is_not_looked_at_again() =>
        Assert.Equal(SampleCards.Mischief, (string?)new CardTemplate("""{"a":"${typed}"}""").Fill(new JsonObject { ["typed"] = SampleCards.Mischief })["a"]);

    [Fact]
    public void A_template_is_filled_as_often_as_it_is_needed()
    {
        var template = new CardTemplate("""{"a":"${button}","b":"${button}"}""");

        Assert.Equal(template.Fill(Shown).ToJsonString(), template.Fill(Shown).ToJsonString());
    }

    [Theory]
    [InlineData("""{"text":"${nothing}"}""", "A card names ${nothing}")]
    [InlineData("""{"items":[{"$data":"${nothing}"}]}""", "A card names ${nothing}")]
    [InlineData("""{"items":[{"$when":"${count(words) > 1}"}]}""", "A card asks for ${count(words) > 1}")]
    public void What_there_is_not_is_a_mistake_in_the_template(string template, string message) => Assert.StartsWith(
        message, Assert.Throws<InvalidDataException>(() => new CardTemplate(template).Fill(Shown)).Message, StringComparison.Ordinal);

    private static JsonObject Shown => JsonNode.Parse("""
        {"title":"One \"two\" \\three","button":{"label":"Yes","at":3},"facts":[{"label":"x"},{"label":"y","only":true}],"words":["one","two"]}
        """)!.AsObject();
}
