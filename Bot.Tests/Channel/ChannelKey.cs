using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace PolicyBot.Tests.Channel;

/// <summary>A key the channel signs with, and the channels it is endorsed for; null leaves them out.</summary>
internal sealed record ChannelKey(string Id, RSA Rsa, params string[]? Endorsements)
{
    public static ChannelKey New(string id, params string[]? endorsements) => new(id, RSA.Create(2048), endorsements);

    public RsaSecurityKey SecurityKey => new(Rsa) { KeyId = Id };

    public string ToJson()
    {
        var public_ = Rsa.ExportParameters(false);
        var (modulus, exponent) = (Base64UrlEncoder.Encode(public_.Modulus), Base64UrlEncoder.Encode(public_.Exponent));
        var channels = string.Join(',', (Endorsements ?? []).Select(name => $"\"{name}\""));
        var endorsed = Endorsements is null ? "" : $$""","endorsements":[{{channels}}]""";
        return $$"""{"kty":"RSA","use":"sig","kid":"{{Id}}","n":"{{modulus}}","e":"{{exponent}}"{{endorsed}}}""";
    }
}
