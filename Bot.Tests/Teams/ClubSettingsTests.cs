using Microsoft.Extensions.Configuration;
using PolicyBot.Teams;

namespace PolicyBot.Tests.Teams;

public sealed class ClubSettingsTests
{
    [Fact]
    public void Outside_Development_the_safeguarding_contacts_are_required() => Assert.Equal(
        [
            "Safeguarding:Lead:Name and Safeguarding:Lead:Phone are not set. Name the safeguarding lead and a phone number.",
            "Safeguarding:Head:Name and Safeguarding:Head:Phone are not set. Name the head teacher and a phone number.",
            "Safeguarding:Chair:Name and Safeguarding:Chair:Phone are not set. Name the chair of governors and a phone number.",
            "Safeguarding:Lado:Name and Safeguarding:Lado:Phone are not set. Name the local authority (LADO) and a phone number.",
            "Safeguarding:SocialCare:Name and Safeguarding:SocialCare:Phone are not set. Name children's social care and a phone number.",
        ],
        From([], isDevelopment: false).Mistakes);

    [Fact]
    public void In_Development_a_missing_contact_is_marked_as_such()
    {
        var (settings, mistakes) = From([], isDevelopment: true);

        Assert.Empty(mistakes);
        Assert.Equal("the safeguarding lead [PLACEHOLDER: set Safeguarding:Lead]", settings.Safeguarding.Lead);
    }

    [Fact]
    public void An_address_that_is_none_is_told() => Assert.Equal(
        ["PublicAddress is 'my server'. Write the address people reach the bot at, such as https://policybot.example.org."],
        From(new() { ["PublicAddress"] = "my server" }, isDevelopment: true).Mistakes);

    [Fact]
    public void A_manager_who_is_no_object_id_is_told() => Assert.Equal(
        ["Manager:EntraId is 'sam@school.uk'. Write the manager's object id from Entra, such as 11111111-2222-3333-4444-555555555555."],
        From(new() { ["Manager:EntraId"] = "sam@school.uk" }, isDevelopment: true).Mistakes);

    private static (ClubSettings Settings, IReadOnlyList<string> Mistakes) From(Dictionary<string, string?> settings, bool isDevelopment) =>
        ClubSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), isDevelopment);
}
