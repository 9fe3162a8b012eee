using Microsoft.Extensions.Configuration;
using PolicyBot.Language;

namespace PolicyBot.Tests.Language;

public sealed class LanguageSettingsTests
{
    [Fact]
    public void With_nothing_set_the_bots_own_lists_do()
    {
        var (settings, mistakes) = From([]);

        Assert.Empty(mistakes);
        Assert.Equal(new LanguageSettings(), settings);
    }

    [Fact]
    public void An_endpoint_and_a_key_are_read()
    {
        var (settings, mistakes) = From(new() { ["Language:Endpoint"] = " https://s.cognitiveservices.azure.com/ ", ["Language:Key"] = " abc123 " });

        Assert.Empty(mistakes);
        Assert.Equal(new LanguageSettings { Endpoint = new Uri("https://s.cognitiveservices.azure.com/"), Key = "abc123" }, settings);
    }

    [Fact]
    public void Without_a_key_the_bots_own_identity_is_meant() => Assert.Equal("app-1", From(new()
    {
        ["Language:Endpoint"] = "https://s.cognitiveservices.azure.com",
        ["MicrosoftAppType"] = "UserAssignedMSI",
        ["MicrosoftAppId"] = "app-1",
    }).Settings.IdentityId);

    [Theory]
    [InlineData("my school", "")]
    [InlineData("http://s.cognitiveservices.azure.com", "")]
    [InlineData("https://u:p@s.cognitiveservices.azure.com", "")]
    [InlineData("https://s.cognitiveservices.azure.com?x=1", "")]
    public void An_endpoint_that_is_none_is_told(string endpoint, string key) => Assert.Equal(
        ["Language:Endpoint is no https address. Write the endpoint of the Azure AI Language resource, such as https://my-school.cognitiveservices.azure.com, or leave it empty."],
        From(new() { ["Language:Endpoint"] = endpoint, ["Language:Key"] = key }).Mistakes);

    [Fact]
    public void A_key_for_nothing_is_told() => Assert.Equal(
        ["Language:Key is set, but Language:Endpoint is not. Write the endpoint of the Azure AI Language resource, or leave both empty."],
        From(new() { ["Language:Key"] = "abc123" }).Mistakes);

    [Fact]
    public void A_key_that_is_none_is_told_and_not_repeated()
    {
        var mistake = Assert.Single(From(new() { ["Language:Endpoint"] = "https://s.example", ["Language:Key"] = "abc 123" }).Mistakes);

        Assert.StartsWith("Language:Key has something in it", mistake, StringComparison.Ordinal);
        Assert.DoesNotContain("abc", mistake, StringComparison.Ordinal);
    }

    private static (LanguageSettings Settings, IReadOnlyList<string> Mistakes) From(Dictionary<string, string?> settings) =>
        LanguageSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
