using Microsoft.Extensions.Configuration;
using PolicyBot.Manifest;
using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Manifest;

public sealed class ManifestSettingsTests
{
    private const string Where = "Write the https address at which people reach the bot's pages, such as https://policybot.school.org.";

    [Fact]
    public void Settings_that_are_right_are_taken_as_the_bot_takes_them()
    {
        var (settings, mistakes) = ManifestSettings.From(Of());

        Assert.Empty(mistakes);
        Assert.Equal(TheApp.Settings, settings);
    }

    [Theory]
    [InlineData("MicrosoftAppId", "", "MicrosoftAppId is not set. Write the app id of the bot's registration in Entra.")]
    [InlineData("MicrosoftAppId", "bot", "MicrosoftAppId is 'bot'. Write an id, such as 11111111-2222-3333-4444-555555555555.")]
    [InlineData("Graph:TeamsAppId", "", "Graph:TeamsAppId is not set. Make an id once (uuidgen, or New-Guid in PowerShell), write it there and keep it: Teams knows the app by it.")]
    [InlineData("Graph:TeamsAppId", "{33333333-1111-4222-8333-444455556666}", "Graph:TeamsAppId is '{33333333-1111-4222-8333-444455556666}'. Write an id, such as 11111111-2222-3333-4444-555555555555.")]
    [InlineData("PublicAddress", " ", $"PublicAddress is not set. {Where}")]
    [InlineData("PublicAddress", "http://policybot.school.org", $"PublicAddress is 'http://policybot.school.org'. {Where}")]
    [InlineData("PublicAddress", "https://localhost:3978", $"PublicAddress is 'https://localhost:3978'. {Where}")]
    [InlineData("PublicAddress", "https://10.0.0.7", $"PublicAddress is 'https://10.0.0.7'. {Where}")]
    [InlineData("PublicAddress", "policybot.school.org", $"PublicAddress is 'policybot.school.org'. {Where}")]
    [InlineData("Club:Name", "the Club", "Club:Name is not set. Write the club's name, such as 'Hillside After School Club': Teams shows it as the developer of the app.")]
    [InlineData("Club:Name", "St Mary's After School and Breakfast Club", "Club:Name is 'St Mary's After School and Breakfast Club', which has 41 characters. Teams shows 32 of who the developer is: write a shorter name under Manifest:Developer.")]
    [InlineData("Manifest:Version", "0.0.9", "Manifest:Version is '0.0.9'. Write three numbers that are not lower than the program's 0.1.0, or leave it out.")]
    [InlineData("Manifest:Version", "next", "Manifest:Version is 'next'. Write three numbers that are not lower than the program's 0.1.0, or leave it out.")]
    public void A_setting_that_is_wrong_is_one_sentence_that_says_what_to_do(string name, string value, string said) =>
        Assert.Equal([said.Replace("0.1.0", $"{ManifestSettings.ProgramVersion}", StringComparison.Ordinal)], ManifestSettings.From(Of((name, value))).Mistakes);

    [Fact]
    public void A_long_club_is_shown_by_a_shorter_name_and_a_new_upload_of_the_same_program_has_a_version_of_its_own()
    {
        var (settings, mistakes) = ManifestSettings.From(Of(("Club:Name", "St Mary's After School and Breakfast Club"), ("Manifest:Developer", "St Mary's Club"), ("Manifest:Version", "7.0.1")));

        Assert.Empty(mistakes);
        Assert.Equal(("St Mary's Club", new Version(7, 0, 1)), (settings.Developer, settings.Version));
    }

    internal static IConfiguration Of(params (string Name, string Value)[] otherwise) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = BotHost.AppId.ToUpperInvariant(),
            ["Graph:TeamsAppId"] = TheApp.TeamsAppId,
            ["PublicAddress"] = TheApp.Address + "/",
            ["Club:Name"] = " Hillside Club ",
        })
        .AddInMemoryCollection(otherwise.Select(each => new KeyValuePair<string, string?>(each.Name, each.Value))).Build();
}
