using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.BotFramework;
using PolicyBot.Policies;

namespace PolicyBot.Teams;

/// <summary>
/// The clauses a message quotes, as Teams shows them behind [1]. "Add citations", Microsoft Teams documentation: one
/// root entity; name at most 80, abstract at most 160 characters. No AI label: nothing here is generated.
/// </summary>
internal static class Citation
{
    private const int LongestName = 80, LongestAbstract = 160;

    public static Entity Of(IReadOnlyList<(Policy Policy, Clause Clause)> cited, string? address) => new()
    {
        Type = "https://schema.org/Message",
        Unknown = new Dictionary<string, JsonElement>
        {
            ["@type"] = Json("Message"),
            ["@context"] = Json("https://schema.org"),
            ["citation"] = new JsonArray([.. cited.Select((each, i) => Claim(each.Policy, each.Clause, i + 1, address))])
                .Deserialize(TeamsJson.Default.JsonElement),
        },
    };

    private static JsonObject Claim(Policy policy, Clause clause, int position, string? address)
    {
        var document = new JsonObject
        {
            ["@type"] = "DigitalDocument",
            ["name"] = Cut($"{policy.Title}: {clause.Id.Value.Replace('-', ' ')}", LongestName),
            ["abstract"] = Cut(clause.Text.ReplaceLineEndings(" ").Replace("**", "", StringComparison.Ordinal), LongestAbstract),
        };
        if (address is not null)
            document["url"] = $"{address}/policies/{policy.Id}#{clause.Id}";

        return new JsonObject { ["@type"] = "Claim", ["position"] = position, ["appearance"] = document };
    }

    private static string Cut(string text, int limit) => text.Length <= limit ? text : $"{text[..(limit - 1)]}…";

    private static JsonElement Json(string text) => JsonElement.Parse($"\"{text}\"");
}
