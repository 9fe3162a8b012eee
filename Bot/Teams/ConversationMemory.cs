using System.Text.Json.Serialization;

namespace PolicyBot.Teams;

/// <summary>What the bot remembers of one conversation.</summary>
internal sealed record ConversationMemory
{
    /// <summary>Of this record's shape: a later program reads what an earlier one wrote.</summary>
    public int Version { get; init; } = 1;

    public bool IsWelcomed { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationMemory))]
internal sealed partial class MemoryJson : JsonSerializerContext;
