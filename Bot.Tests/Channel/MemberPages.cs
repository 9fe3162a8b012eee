using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.Tests.Channel;

/// <summary>Who is in a conversation. "Get Teams specific context for your bot", Teams documentation.</summary>
internal static class MemberPages
{
    private const int Smallest = 50;
    private const int Largest = 500;

    /// <param name="memberId">Either id of one member; null for all.</param>
    public static ConnectorAnswer Members(Conversation conversation, string? memberId)
    {
        if (memberId is null)
            return new ConnectorAnswer(200, Json(conversation.Members).ToJsonString());

        var found = conversation.Members.FirstOrDefault(member =>
            member.Id == memberId || string.Equals(member.EntraId, memberId, StringComparison.OrdinalIgnoreCase));
        return found is null
            ? ConnectorAnswer.MemberNotFound
            : new ConnectorAnswer(200, Json(found, "aadObjectId").ToJsonString());
    }

    /// <summary>A page size below 50 is taken as 50, one above 500 as 500; the last page has no token.</summary>
    public static ConnectorAnswer Page(Conversation conversation, IQueryCollection query)
    {
        if (Start(query["continuationToken"]) is not { } start)
            return ConnectorAnswer.BadArgument;

        var size = Math.Clamp(int.TryParse(query["pageSize"], out var asked) ? asked : Largest, Smallest, Largest);
        var members = conversation.Members;
        var page = new JsonObject { ["members"] = Json(members.Skip(start).Take(size)) };
        if (start + size < members.Count)
            page["continuationToken"] = Token(start + size);

        return new ConnectorAnswer(200, page.ToJsonString());
    }

    private static JsonArray Json(IEnumerable<Person> people) => [.. people.Select(person => Json(person, "objectId"))];

    /// <summary>Lists call the directory's id "objectId", a single member "aadObjectId".</summary>
    private static JsonObject Json(Person person, string entraName) => new()
    {
        ["id"] = person.Id,
        ["name"] = person.Name,
        [entraName] = person.EntraId,
        ["email"] = person.Email,
        ["userPrincipalName"] = person.SignInName,
        ["userRole"] = person.IsGuest ? "guest" : "user",
    };

    /// <summary>Opaque to the bot, and full of what must be escaped in an address.</summary>
    private static string Token(int start) => $"from+{start}/=&";

    private static int? Start(string? token)
    {
        if (string.IsNullOrEmpty(token))
            return 0;

        var parts = token.Split('+', '/');
        return parts is ["from", var number, "=&"] && int.TryParse(number, out var start) ? start : null;
    }
}
