using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Tests.BotFramework;

/// <summary>Every way a token can be right or wrong, as the channel's documentation and Bot Builder's own checks have it.</summary>
public sealed class TokenTableTests(SharedBot shared)
{
    private readonly BotHost _bot = shared.Host;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic {0}")]
    [InlineData("bearer {0}")]
    [InlineData("Bearer  {0}")]
    [InlineData("Bearer {0} {0}")]
    [InlineData("Bearer garbage")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    public async Task A_header_that_is_no_bearer_token_is_refused(string? header) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(header?.Replace("{0}", _bot.Token.Sign(), StringComparison.Ordinal)));

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task A_token_the_channel_signed_is_good(string algorithm) =>
        Assert.Equal(HttpStatusCode.OK, await SayAsync(_bot.Token with { Algorithm = algorithm }));

    public static TheoryData<string> Good => ["audience as a list of one", "service URL in other case", "ended a minute ago", "begins in four minutes"];

    [Theory, MemberData(nameof(Good))]
    public async Task Small_differences_are_taken(string difference) =>
        Assert.Equal(HttpStatusCode.OK, await SayAsync(difference switch
        {
            "audience as a list of one" => _bot.Token with { Audience = $"[\"{BotHost.AppId}\"]" },
            "service URL in other case" => _bot.Token with { ClaimedServiceUrl = _bot.Channel.ServiceUrl.ToUpperInvariant() },
            "ended a minute ago" => _bot.Token with { NotBefore = TimeSpan.FromHours(-1), Expires = TimeSpan.FromMinutes(-1) },
            _ => _bot.Token with { NotBefore = TimeSpan.FromMinutes(4) },
        }));

    public static TheoryData<string> Bad =>
    [
        "another issuer", "issuer with a slash", "no issuer", "another audience", "audience in upper case", "our audience second", "no audience",
        "ended six minutes ago", "begins in six minutes", "no end", "another service URL", "no service URL claim",
        "service URL without its slash", "empty service URL claim", "PS256", "HS256", "none", "unknown key", "known key id, another key",
        "key without endorsements", "key endorsed for another channel", "tampered",
    ];

    [Theory, MemberData(nameof(Bad))]
    public async Task Any_other_token_is_refused(string fault) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync($"Bearer {Faulty(fault)}"));

    [Fact]
    public async Task A_token_of_any_tenant_for_our_app_is_refused()
    {
        var entra = _bot.Token with
        {
            Issuer = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0",
            More = $"\"ver\":\"2.0\",\"azp\":\"{BotHost.AppId}\",\"tid\":\"d6d49420-f39b-4df7-a1dc-d59a935871db\"",
        };

        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(entra));
    }

    [Fact]
    public async Task A_channel_name_in_another_case_is_another_channel() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await _bot.PostAsync(Said.Message("hi", _bot.Channel.ServiceUrl, "MSTEAMS"))).StatusCode);

    [Fact]
    public async Task Another_tenant_is_forbidden()
    {
        var stranger = Said.Message("hi", _bot.Channel.ServiceUrl).Replace(BotHost.TenantId, "99999999-9999-9999-9999-999999999999", StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, (await _bot.PostAsync(stranger)).StatusCode);
    }

    [Fact]
    public async Task Teams_must_name_the_tenant()
    {
        var nameless = Said.Message("hi", _bot.Channel.ServiceUrl).Replace("tenant", "other", StringComparison.OrdinalIgnoreCase);

        Assert.Equal(HttpStatusCode.Forbidden, (await _bot.PostAsync(nameless)).StatusCode);
    }

    private string Faulty(string fault)
    {
        var token = _bot.Token;
        return fault switch
        {
            "another issuer" => (token with { Issuer = "https://sts.example.org" }).Sign(),
            "issuer with a slash" => (token with { Issuer = "https://api.botframework.com/" }).Sign(),
            "no issuer" => (token with { Issuer = null }).Sign(),
            "another audience" => (token with { Audience = "\"77777777-1111-4222-8333-444455556666\"" }).Sign(),
            "audience in upper case" => (token with { Audience = $"\"{BotHost.AppId.ToUpperInvariant()}\"" }).Sign(),
            "our audience second" => (token with { Audience = $"[\"other\",\"{BotHost.AppId}\"]" }).Sign(),
            "no audience" => (token with { Audience = null }).Sign(),
            "ended six minutes ago" => (token with { NotBefore = TimeSpan.FromHours(-1), Expires = TimeSpan.FromMinutes(-6) }).Sign(),
            "begins in six minutes" => (token with { NotBefore = TimeSpan.FromMinutes(6) }).Sign(),
            "no end" => (token with { Expires = null }).Sign(),
            "another service URL" => (token with { ClaimedServiceUrl = "https://elsewhere.example.org/" }).Sign(),
            "no service URL claim" => (token with { ClaimedServiceUrl = null }).Sign(),
            "service URL without its slash" => (token with { ClaimedServiceUrl = token.ServiceUrl.TrimEnd('/') }).Sign(),
            "empty service URL claim" => (token with { ClaimedServiceUrl = "" }).Sign(),
            "PS256" => (token with { Algorithm = SecurityAlgorithms.RsaSsaPssSha256 }).Sign(),
            "HS256" => SignedWithThePublicKey(token.Sign()),
            "none" => Unsigned(token.Sign()),
            "unknown key" => (token with { Key = ChannelKey.New("never-seen", "msteams") }).Sign(),
            "known key id, another key" => (token with { Key = ChannelKey.New("key-1", "msteams") }).Sign(),
            "key without endorsements" => (token with { Key = _bot.Unendorsed }).Sign(),
            "key endorsed for another channel" => (token with { Key = _bot.EndorsedForAnother }).Sign(),
            "tampered" => Tampered(token.Sign()),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
        };
    }

    private string SignedWithThePublicKey(string signed)
    {
        var content = $"{Base64UrlEncoder.Encode("""{"alg":"HS256","kid":"key-1","typ":"JWT"}""")}.{signed.Split('.')[1]}";
        var mac = HMACSHA256.HashData(_bot.Key.Rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(content));
        return $"{content}.{Base64UrlEncoder.Encode(mac)}";
    }

    private static string Unsigned(string signed) => $"{Base64UrlEncoder.Encode("""{"alg":"none","kid":"key-1","typ":"JWT"}""")}.{signed.Split('.')[1]}.";

    private static string Tampered(string signed)
    {
        var parts = signed.Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("\"exp\":1", "\"exp\":2", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}";
    }

    private Task<HttpStatusCode> SayAsync(ChannelToken token) => SayAsync($"Bearer {token.Sign()}");

    private async Task<HttpStatusCode> SayAsync(string? header)
    {
        using var response = await _bot.PostAsync(Said.Message("hello", _bot.Channel.ServiceUrl), header);
        return response.StatusCode;
    }
}
