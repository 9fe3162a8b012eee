using System.Text.Json.Serialization;
using PolicyBot.Dialogs;

namespace PolicyBot.Teams;

/// <summary>What the bot remembers of one conversation.</summary>
internal sealed record ConversationMemory
{
    /// <summary>Of this record's shape: a later program reads what an earlier one wrote.</summary>
    public int Version { get; init; } = 1;

    public bool IsWelcomed { get; init; }

    /// <summary>The dialogs that are open; null where there never was one.</summary>
    public DialogState? Dialogs { get; init; }

    /// <summary>Until when an answer is waited for.</summary>
    [JsonIgnore]
    public DateTimeOffset? WaitsUntil => Dialogs?.Stack is [.., var top] ? top.At + DialogContext.Lifetime : null;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationMemory))]
[JsonSerializable(typeof(Progress))]
internal sealed partial class MemoryJson : JsonSerializerContext;
