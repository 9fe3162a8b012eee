namespace PolicyBot.Tests.Channel;

/// <param name="Id">What the channel calls the person to this bot, "29:…".</param>
/// <param name="EntraId">What the school's directory calls the person: a GUID.</param>
internal sealed record Person(string Id, string EntraId, string Name)
{
    /// <summary>The person's conversation with this bot; there is only one.</summary>
    public string ConversationId { get; init; } = $"a:1{Id.Split(':')[^1]}";

    public string? Email { get; init; }

    /// <summary>What the person signs in with; a guest's is nobody's address.</summary>
    public string? SignInName { get; init; }

    public bool IsGuest { get; init; }

    public static Person Numbered(int number) =>
        new($"29:1person-{number}", $"{number:x8}-0000-4000-8000-000000000000", $"Person {number}");
}

/// <summary>Whether a bot's message reaches a conversation, and else how the channel says so.</summary>
internal enum Reach
{
    Open,
    Uninstalled,
    Blocked,

    /// <summary>Blocked too, told in the older shape of error.</summary>
    WritesBlocked,
}
