using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Language.Cloud;

/// <summary>The request and the answer as they are on the wire, with the fields the bot uses.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AnalyzeRequest))]
[JsonSerializable(typeof(AnalyzeAnswer))]
internal sealed partial class AnalyzeJson : JsonSerializerContext;

internal sealed record AnalyzeRequest(string Kind, AnalyzeParameters Parameters, AnalyzeInput AnalysisInput)
{
    public static AnalyzeRequest Of(string text) =>
        new("PiiEntityRecognition", new AnalyzeParameters("latest", true, "Utf16CodeUnit"), new AnalyzeInput([new InputDocument("1", "en", text)]));
}

/// <param name="LoggingOptOut">The service keeps nothing of the text.</param>
internal sealed record AnalyzeParameters(string ModelVersion, bool LoggingOptOut, string StringIndexType);

internal sealed record AnalyzeInput(IReadOnlyList<InputDocument> Documents);

internal sealed record InputDocument(string Id, string Language, string Text);

internal sealed record AnalyzeAnswer(AnswerResults? Results)
{
    /// <returns>Null where the answer is not about the whole text, or about another one.</returns>
    public static Findings? Read(BinaryData body, int length)
    {
        try
        {
            var results = JsonSerializer.Deserialize(body.ToMemory().Span, AnalyzeJson.Default.AnalyzeAnswer)?.Results;
            return results is { Errors: null or { Count: 0 }, Documents: [{ Entities: { } entities }] } && entities.All(entity => entity.IsIn(length))
                ? new Findings.Found([.. entities.Select(entity => new Entity(entity.Category!, entity.Offset, entity.Length))])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal sealed record AnswerResults(IReadOnlyList<AnswerDocument>? Documents, IReadOnlyList<AnswerError>? Errors);

internal sealed record AnswerDocument(IReadOnlyList<AnswerEntity>? Entities);

internal sealed record AnswerError(string? Id);

internal sealed record AnswerEntity(string? Category, int Offset = -1, int Length = 0)
{
    public bool IsIn(int length) => Category is { Length: > 0 } && Offset >= 0 && Length > 0 && Offset <= length - Length;
}
