using System.Text;
using System.Text.Json;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Tests.Cards;

public sealed class CardPrinterTests
{
    private static readonly CardPrinter Printer = new();

    public static TheoryData<string> Samples => [.. SampleCards.All.Keys];

    [Theory, MemberData(nameof(Samples))]
    public void A_card_keeps_to_what_Teams_takes(string sample)
    {
        var card = Printer.Print(SampleCards.All[sample]);

        Assert.Equal("AdaptiveCard", card.GetProperty("type").GetString());
        Assert.Equal("1.5", card.GetProperty("version").GetString());
        Assert.InRange(Encoding.UTF8.GetByteCount(card.GetRawText()), 1, 28 * 1024);
        Assert.InRange(card.GetRawText().Length * sizeof(char), 1, 28 * 1024);
    }
}
