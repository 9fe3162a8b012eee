using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PolicyBot.Tests.Channel;

/// <summary>A token as the channel makes it for a bot; a test changes what it wants wrong.</summary>
internal sealed record ChannelToken(ChannelKey Key, string ServiceUrl, string AppId, DateTimeOffset Now)
{
    public string Algorithm { get; init; } = SecurityAlgorithms.RsaSha256;

    public string? Issuer { get; init; } = "https://api.botframework.com";

    /// <summary>JSON: a string, an array, or null for none.</summary>
    public string? Audience { get; init; } = $"\"{AppId}\"";

    public TimeSpan? Expires { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan NotBefore { get; init; } = TimeSpan.Zero;

    /// <summary>What the service URL claim says; null leaves it out.</summary>
    public string? ClaimedServiceUrl { get; init; } = ServiceUrl;

    /// <summary>More claims, as JSON members.</summary>
    public string More { get; init; } = "";

    public string Sign()
    {
        var from = Now.Add(NotBefore).ToUnixTimeSeconds();
        var claims = new List<string> { $"\"nbf\":{from}" };
        if (Issuer is not null)
            claims.Add($"\"iss\":\"{Issuer}\"");
        if (Audience is not null)
            claims.Add($"\"aud\":{Audience}");
        if (Expires is { } expires)
            claims.Add($"\"exp\":{Now.Add(expires).ToUnixTimeSeconds()}");
        if (ClaimedServiceUrl is not null)
            claims.Add($"\"serviceurl\":{JsonSerializer.Serialize(ClaimedServiceUrl)}");
        if (More.Length > 0)
            claims.Add(More);

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
            .CreateToken($"{{{string.Join(',', claims)}}}", new SigningCredentials(Key.SecurityKey, Algorithm));
    }
}
