using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyBot.Teams.Cards;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QuestionCard))]
[JsonSerializable(typeof(EndCard))]
[JsonSerializable(typeof(RouteCard))]
[JsonSerializable(typeof(NoteCard))]
[JsonSerializable(typeof(DraftCard))]
[JsonSerializable(typeof(ManagerQuestionCard))]
[JsonSerializable(typeof(RoundCard))]
[JsonSerializable(typeof(TextCard))]
[JsonSerializable(typeof(ReviewCard))]
[JsonSerializable(typeof(FormCard))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class CardJson : JsonSerializerContext;
