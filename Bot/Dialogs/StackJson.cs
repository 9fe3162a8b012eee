using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PolicyBot.Dialogs;

/// <summary>The dialogs open, as JSON. A kind that a later program wrote and this one does not know is left out: its dialog is over.</summary>
internal sealed class StackJson : JsonConverter<IReadOnlyList<Progress>>
{
    public override IReadOnlyList<Progress> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var kinds = Kinds(options);
        using var read = JsonDocument.ParseValue(ref reader);
        return [.. read.RootElement.EnumerateArray().Where(each => IsKnown(each, kinds)).Select(each => each.Deserialize(kinds)!)];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Progress> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var progress in value)
            JsonSerializer.Serialize(writer, progress, Kinds(options));

        writer.WriteEndArray();
    }

    private static JsonTypeInfo<Progress> Kinds(JsonSerializerOptions options) => (JsonTypeInfo<Progress>)options.GetTypeInfo(typeof(Progress));

    private static bool IsKnown(JsonElement element, JsonTypeInfo<Progress> kinds) =>
        kinds.PolymorphismOptions is { } known && element.TryGetProperty(known.TypeDiscriminatorPropertyName, out var kind)
        && known.DerivedTypes.Any(each => each.TypeDiscriminator is string name && name == kind.GetString());
}
