using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.Tests.Graph.Service;

/// <summary>Where the bot's tokens come from, with the permissions granted to it.</summary>
internal sealed class GraphTokenDesk
{
    public const string Secret = "secret";

    private const string Signature = "c2lnbmF0dXJl";

    private readonly ConcurrentDictionary<string, bool> _issued = new();

    public static IReadOnlyList<string> All { get; } =
    [
        "TeamsActivity.Send", "Calendars.ReadWrite", "Tasks.ReadWrite.All", "Mail.Send", "TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All",
        "TeamsAppInstallation.ReadForUser.All", "AppCatalog.Read.All", "GroupMember.Read.All", "User.Read.All",
    ];

    /// <summary>What admin consent was given for. Graph looks at it anew with each call here, and so would with each new token.</summary>
    public HashSet<string> Granted { get; } = [.. All];

    /// <summary>"AADSTS7000222": no token, and why.</summary>
    public string? Refusal { get; set; }

    public int Issued => _issued.Count;

    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (Refusal is { } refusal)
            return Results.Json(new { error = "invalid_client", error_description = $"{refusal}: No." }, statusCode: 401);
        if (form["client_secret"] != Secret || form["grant_type"] != "client_credentials" || !$"{form["scope"]}".StartsWith("https://graph.microsoft.com/.default", StringComparison.Ordinal))
            return Results.Json(new { error = "invalid_client", error_description = "AADSTS7000215: Invalid client secret provided." }, statusCode: 401);

        var token = Token();
        _issued[$"Bearer {token}"] = true;
        return Results.Json(new { token_type = "Bearer", expires_in = 3599, access_token = token });
    }

    public bool Knows(string? authorization) => authorization is not null && _issued.ContainsKey(authorization);

    private string Token()
    {
        var claims = new JsonObject { ["aud"] = "https://graph.microsoft.com", ["roles"] = new JsonArray([.. Granted.Select(role => JsonValue.Create(role))]) };
        return $"{Part(new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT" })}.{Part(claims)}.{Signature}";
    }

    private static string Part(JsonObject json) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(json))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
