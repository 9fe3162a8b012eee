using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace PolicyBot.Tests.BotFramework;

/// <summary>A key the channel signs with, and the channels it is endorsed for; null leaves the endorsements out.</summary>
internal sealed record ChannelKey(string Id, RSA Rsa, params string[]? Endorsements)
{
    public static ChannelKey New(string id, params string[]? endorsements) => new(id, RSA.Create(2048), endorsements);

    public RsaSecurityKey SecurityKey => new(Rsa) { KeyId = Id };

    public string ToJson()
    {
        var public_ = Rsa.ExportParameters(false);
        var endorsed = Endorsements is null ? "" : $$""","endorsements":[{{string.Join(',', Endorsements.Select(name => $"\"{name}\""))}}]""";
        return $$"""{"kty":"RSA","use":"sig","kid":"{{Id}}","n":"{{Base64UrlEncoder.Encode(public_.Modulus)}}","e":"{{Base64UrlEncoder.Encode(public_.Exponent)}}"{{endorsed}}}""";
    }
}
