using Microsoft.Extensions.Configuration;
using PolicyBot.BotFramework;

namespace PolicyBot.Tests.BotFramework;

public sealed class BotCredentialsTests
{
    [Fact]
    public void Without_an_app_id_the_bot_starts_in_Development_only()
    {
        Assert.Empty(Mistakes([], isDevelopment: true));
        Assert.Equal(
            ["MicrosoftAppId is not set. Set it to the bot's app id; without one the bot runs only in Development, on this machine (--environment Development)."],
            Mistakes([], isDevelopment: false));
    }

    [Theory]
    [InlineData("MicrosoftAppId", "my bot", "MicrosoftAppId is 'my bot'. Write the app id as a GUID.")]
    [InlineData("MicrosoftAppTenantId", "", "MicrosoftAppTenantId is not set to a GUID. Write the id of the school's tenant.")]
    [InlineData("MicrosoftAppType", "MultiTenant", "MicrosoftAppType is 'MultiTenant'. Write SingleTenant or UserAssignedMSI.")]
    [InlineData("MicrosoftAppPassword", " ", "MicrosoftAppPassword is not set. Set the secret of the bot's app in the environment.")]
    [InlineData("MicrosoftAppType", "UserAssignedMSI", "MicrosoftAppPassword is set, but a managed identity has no secret. Take it out.")]
    [InlineData("BotOpenIdMetadata", "http://example.org", "BotOpenIdMetadata is 'http://example.org'. Write an https address, or leave it out.")]
    public void Each_mistake_is_one_sentence(string setting, string value, string sentence)
    {
        var settings = new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = BotHost.AppId,
            ["MicrosoftAppTenantId"] = BotHost.TenantId,
            ["MicrosoftAppPassword"] = "secret",
            [setting] = value,
        };

        Assert.Equal([sentence], Mistakes(settings, isDevelopment: true));
    }

    private static IReadOnlyList<string> Mistakes(Dictionary<string, string?> settings, bool isDevelopment) =>
        BotCredentials.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), isDevelopment).Mistakes;
}
