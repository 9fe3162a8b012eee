using Azure.Identity;

namespace PolicyBot.BotFramework;

/// <summary>Why there is no token: what Entra says in its own numbers. "Microsoft Entra authentication error codes", Microsoft identity platform.</summary>
internal static class EntraRefusals
{
    private static readonly (string Code, string Sentence)[] Table =
    [
        ("AADSTS7000222", "The secret of the bot's app has run out. Make a new one in Entra and set it as MicrosoftAppPassword."),
        ("AADSTS7000215", "Entra does not know the secret of the bot's app. Make a new one and set its value, not its id, as MicrosoftAppPassword."),
        ("AADSTS700016", "There is no app with the id of MicrosoftAppId in the school's tenant. Check MicrosoftAppId and MicrosoftAppTenantId."),
        ("AADSTS90002", "There is no tenant with the id of MicrosoftAppTenantId. Check MicrosoftAppTenantId."),
        ("AADSTS7000112", "The bot's app is switched off in Entra. Switch it on under Enterprise applications."),
    ];

    /// <param name="service">What the token is for: "Microsoft Graph".</param>
    public static string Sentence(AuthenticationFailedException fault, string service) => Known(fault)?.Sentence
        ?? $"The bot gets no token for {service}. See whether login.microsoftonline.com can be reached, "
            + "and check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId.";

    /// <returns>Null for what may pass by itself.</returns>
    public static (string Code, string Sentence)? Known(AuthenticationFailedException fault)
    {
        var said = $"{fault.Message} {fault.GetBaseException().Message}";
        var row = Array.Find(Table, row => said.Contains($"{row.Code}:", StringComparison.Ordinal));
        return row.Code is null ? null : row;
    }
}
