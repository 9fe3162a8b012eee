using System.Text;
using System.Text.Json;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Tests.Cards;

public sealed class CardPrinterTests
{
    /// <summary>"Message size limit" of cards, Microsoft Teams documentation.</summary>
    private const int LargestCard = 28 * 1024;

    private static readonly CardPrinter Printer = Sealing.Printer;

    public static TheoryData<string> Samples => [.. SampleCards.All.Keys];

    [Theory, MemberData(nameof(Samples))]
    public void A_card_keeps_to_what_Teams_takes(string sample)
    {
        var card = Printer.Print(SampleCards.All[sample]);

        Assert.Equal("AdaptiveCard", card.GetProperty("type").GetString());
        Assert.Equal("1.5", card.GetProperty("version").GetString());
        Assert.InRange(Encoding.UTF8.GetByteCount(card.GetRawText()), 1, LargestCard);
        Assert.Empty(ShownCard.Unknown(card));
    }

    [Theory, MemberData(nameof(Samples))]
    public void A_button_works_on_clients_that_only_know_Submit(string sample)
    {
        foreach (var button in ShownCard.Of(Printer.Print(SampleCards.All[sample]), "Action.Execute"))
        {
            var (data, fallback) = (button.GetProperty("data"), button.GetProperty("fallback"));

            Assert.Equal("Action.Submit", fallback.GetProperty("type").GetString());
            Assert.Equal(button.GetProperty("title").GetString(), fallback.GetProperty("title").GetString());
            Assert.True(JsonElement.DeepEquals(data, fallback.GetProperty("data")));
            Assert.Equal(data.GetProperty("do").GetString(), button.GetProperty("verb").GetString());
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void A_card_can_be_read_whole_and_aloud(string sample)
    {
        var card = Printer.Print(SampleCards.All[sample]);

        Assert.All(ShownCard.Of(card, "TextBlock"), text => Assert.True(text.GetProperty("wrap").GetBoolean()));
        Assert.All(ShownCard.Of(card, "Input.Text", "Input.ChoiceSet"), input => Assert.NotEmpty(input.GetProperty("label").GetString()!));
        Assert.NotEmpty(card.GetProperty("speak").GetString()!);
        Assert.DoesNotContain("**", card.GetProperty("fallbackText").GetString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Samples))]
    public void Nothing_of_a_template_is_left_in_a_card(string sample) =>
        Assert.All(ShownCard.Texts(Printer.Print(SampleCards.All[sample])).Where(text => text.Contains("${", StringComparison.Ordinal)),
            text => Assert.True(IsTyped(text) || text == (string?)SampleCards.Button("x").Data["quoted"], text));

    [Theory]
    [InlineData("question-long")]
    [InlineData("draft-long")]
    [InlineData("manager-question-long")]
    [InlineData("manager-question-answered")]
    [InlineData("review-long")]
    [InlineData("review-pasted")]
    [InlineData("form-long")]
    public void What_a_person_typed_is_shown_as_typed_and_without_formatting(string sample)
    {
        var card = Printer.Print(SampleCards.All[sample]);
        var formatted = ShownCard.Of(card, "TextBlock", "AdaptiveCard").SelectMany(element => (string[])["text", "speak", "fallbackText"],
            (element, field) => element.TryGetProperty(field, out var text) ? text.GetString() : null);

        Assert.DoesNotContain(formatted, text => text?.Contains("evil.example", StringComparison.Ordinal) == true);
        Assert.Contains(ShownCard.Texts(card), text => text.Contains(SampleCards.Mischief.Split('\n')[0], StringComparison.Ordinal));
    }

    [Fact]
    public void The_fields_have_their_names_and_room_for_what_can_be_kept()
    {
        var fields = ShownCard.Of(Printer.Print(SampleCards.All["draft-short"]), "Input.Text")
            .Concat(ShownCard.Of(Printer.Print(SampleCards.All["manager-question-short"]), "Input.Text", "Input.ChoiceSet")).ToList();

        Assert.Equal(["text", "answer", "clause"], fields.Select(field => field.GetProperty("id").GetString()));
        Assert.All(fields.Take(2), field => Assert.Equal(Card.LongestTyped, field.GetProperty("maxLength").GetInt32()));
        Assert.Equal("May I follow a parent on Instagram?", fields[0].GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("", "😂")]
    [InlineData("", "你")]
    [InlineData("", "\"")]
    [InlineData("", "\n-")]
    [InlineData("", "<")]
    [InlineData("", " ")]
    [InlineData("", "")]
    public void Whatever_is_typed_without_end_fits_a_card(string first, string then)
    {
        var text = first + string.Concat(Enumerable.Repeat(then, 20_000));
        var sample = (ManagerQuestionCard)SampleCards.All["manager-question-short"];

        var question = new QuestionCard("A", "B", [], SampleCards.Button("C")) { Told = [.. Enumerable.Repeat(new CardFact("D", text), 10)] };

        foreach (var card in (Card[])[question, (DraftCard)SampleCards.All["draft-short"] with { Text = text }, sample with { Text = text }, sample with { Answered = text }])
        {
            var printed = Printer.Print(card).GetRawText();
            Assert.InRange(Encoding.UTF8.GetByteCount(printed), 1, LargestCard);
            Assert.All(ShownCard.Texts(Printer.Print(card)), shown => Assert.InRange(shown.Length, 0, Card.LongestTyped));
            Assert.DoesNotContain("\ufffd", printed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_phone_number_is_bold_and_stays_on_one_line()
    {
        var card = Printer.Print(new RouteCard("Now", ["Call Ann on 01234 567890 or +44 1234 567890, in 2026 and on **01234 567891**.", "call 999 or 116 123"]));

        Assert.Contains("Call Ann on **01234\u00a0567890** or **+44\u00a01234\u00a0567890**, in 2026 and on **01234 567891**.", ShownCard.Texts(card));
        Assert.Contains("call 999 or 116 123", ShownCard.Texts(card));
    }

    [Theory, MemberData(nameof(Samples))]
    public void A_card_is_a_message_without_text_and_with_words_for_the_notification(string sample)
    {
        var message = Printer.Message(SampleCards.All[sample]);

        Assert.Null(message.Text);
        Assert.NotEmpty(message.Summary!);
        Assert.Equal("application/vnd.microsoft.card.adaptive", Assert.Single(message.Attachments!).ContentType);
    }

    private static bool IsTyped(string text) => SampleCards.Mischief.Split('\n').Any(line => text.StartsWith(line, StringComparison.Ordinal));
}
