using System.Text.Json.Serialization;

namespace PolicyBot.Turns;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TurnAnswer))]
internal sealed partial class TurnsJson : JsonSerializerContext;
