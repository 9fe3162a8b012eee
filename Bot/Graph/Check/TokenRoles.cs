using Microsoft.IdentityModel.JsonWebTokens;

namespace PolicyBot.Graph.Check;

/// <summary>The application permissions that a token says it has. It is read and not checked: it is the bot's own.</summary>
internal static class TokenRoles
{
    /// <returns>Null where the token does not say.</returns>
    public static IReadOnlySet<string>? In(string token)
    {
        var handler = new JsonWebTokenHandler();
        if (!handler.CanReadToken(token))
            return null;

        return handler.ReadJsonWebToken(token).Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
    }
}
