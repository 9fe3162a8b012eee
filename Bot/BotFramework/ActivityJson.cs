using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.BotFramework;

/// <summary>How activities are read and written: camelCase, absent fields left out, no reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = MaxDepth)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(PagedMembers))]
[JsonSerializable(typeof(ChannelAccount))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ConnectorError))]
internal sealed partial class ActivityJson : JsonSerializerContext
{
    /// <summary>Teams nests a card about 20 deep; what nests deeper is not for us.</summary>
    private const int MaxDepth = 64;
}

/// <summary>The same for writing: JSON between programs needs no escapes for a web page.</summary>
internal static class WireJson
{
    public static ActivityJson Plain { get; } =
        new(new JsonSerializerOptions(ActivityJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
