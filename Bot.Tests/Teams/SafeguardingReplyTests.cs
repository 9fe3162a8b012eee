using Microsoft.Extensions.Configuration;
using PolicyBot.Answers;
using PolicyBot.Dialogs;
using PolicyBot.Teams;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Tests.Teams;

/// <summary>Whom a worry leads to: never to the person it may be about, and never to the manager first.</summary>
public sealed class SafeguardingReplyTests
{
    private static readonly ClubSettings Club = ClubSettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Manager:Name"] = "Maya",
            ["Safeguarding:Lead:Name"] = "Lena",
            ["Safeguarding:Lead:Phone"] = "01732 000001",
            ["Safeguarding:Deputy:Name"] = "Dora",
            ["Safeguarding:Deputy:Phone"] = "01732 000002",
            ["Safeguarding:Head:Name"] = "Hana",
            ["Safeguarding:Head:Phone"] = "01732 000003",
            ["Safeguarding:Chair:Name"] = "Cleo",
            ["Safeguarding:Chair:Phone"] = "01732 000004",
        }).Build(), isDevelopment: false).Settings;

    private readonly SafeguardingReply _reply = new(Words.Load(), Club);

    public static TheoryData<string> Concerns => [.. Enum.GetNames<Concern>()];

    [Fact]
    public void About_an_adult_the_card_leads_to_the_head_and_for_the_head_to_the_chair()
    {
        var said = Said(_reply.Card(Concern.AdultMayBeRisk));

        Assert.Matches("Tell Hana.*01732 000003", said);
        Assert.Matches("about the head teacher, tell Cleo.*01732 000004", said);
        Assert.DoesNotMatch("Lena|Dora|safeguarding lead|deputy", said);
    }

    [Fact]
    public void The_message_about_an_adult_leads_nowhere_else()
    {
        var said = _reply.Add(new Answer.Safeguarding(Concern.AdultMayBeRisk, 1), new Reply()).ToActivities(null).Single().Text!;

        Assert.Contains("Hana", said, StringComparison.Ordinal);
        Assert.Contains("Cleo", said, StringComparison.Ordinal);
        Assert.DoesNotMatch("Lena|Dora|safeguarding lead|deputy", said);
    }

    [Theory]
    [InlineData(nameof(Concern.Worry))]
    [InlineData(nameof(Concern.DangerNow))]
    [InlineData(nameof(Concern.Disclosure))]
    [InlineData(nameof(Concern.ContactFromChild))]
    [InlineData(nameof(Concern.Image))]
    public void Every_other_worry_about_a_child_names_the_lead_and_whom_to_go_to_about_an_adult(string concern)
    {
        var card = _reply.Card(Enum.Parse<Concern>(concern));

        Assert.Contains(card.Steps, step => step.Contains("Lena", StringComparison.Ordinal));
        Assert.Contains(card.Also, line => line.Contains("Hana", StringComparison.Ordinal) && line.Contains("Cleo", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Concerns))]
    public void The_manager_is_not_asked_first_and_nothing_is_left_to_fill_in(string concern) =>
        Assert.DoesNotMatch("Maya|Manager|\\{", Said(_reply.Card(Enum.Parse<Concern>(concern))));

    [Theory]
    [MemberData(nameof(Concerns))]
    public void A_card_leads_to_every_kind_but_its_own(string concern)
    {
        var led = _reply.Card(Enum.Parse<Concern>(concern)).MoreExactly.Select(button => button.Data["concern"]!.GetValue<string>());

        Assert.Equal(Enum.GetNames<Concern>().Where(other => other != concern && other != nameof(Concern.Worry)), led);
    }

    [Fact]
    public void An_image_is_never_to_be_kept_or_shown() =>
        Assert.Contains("Do not copy, forward, save, show or screenshot it.", Said(_reply.Card(Concern.Image)), StringComparison.Ordinal);

    [Fact]
    public void Nobody_is_said_to_have_been_told() => Assert.All(
        Enum.GetValues<Concern>(), concern => Assert.Contains("nobody has been told", _reply.Card(concern).Kept!, StringComparison.Ordinal));

    private static string Said(RouteCard card) => string.Join('\n', [card.Headline, .. card.Steps, .. card.Also, card.Kept ?? ""]);
}
