using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.BotFramework;

namespace PolicyBot.Teams.Cards;

/// <summary>Cards as Teams takes them, from the templates beside this file. "Bots and Adaptive Cards", Microsoft Teams documentation.</summary>
internal sealed class CardPrinter(ButtonSeal seal)
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>JSON between programs needs no escapes for a web page.</summary>
    private static readonly CardJson Json =
        new(new JsonSerializerOptions(CardJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly Dictionary<Type, CardTemplate> _templates = new()
    {
        [typeof(QuestionCard)] = Read("question"),
        [typeof(EndCard)] = Read("end"),
        [typeof(RouteCard)] = Read("route"),
        [typeof(NoteCard)] = Read("note"),
        [typeof(DraftCard)] = Read("draft"),
        [typeof(ManagerQuestionCard)] = Read("manager-question"),
        [typeof(RoundCard)] = Read("round"),
        [typeof(TextCard)] = Read("text"),
        [typeof(ReviewCard)] = Read("review"),
        [typeof(FormCard)] = Read("form"),
    };

    /// <summary>A message of its own. It has no text: Teams would make two messages of it.</summary>
    public Activity Message(Card card) => new()
    {
        Type = ActivityTypes.Message,
        Summary = card.Summary,
        Attachments = [new Attachment { ContentType = ContentType, Content = Print(card) }],
    };

    public JsonElement Print(Card card)
    {
        var printed = _templates[card.GetType()].Fill(Shown(card));
        seal.SealButtons(printed);
        return printed.Deserialize(Json.JsonElement);
    }

    /// <summary>What is empty is not there, so that a template can ask whether something exists.</summary>
    internal static JsonObject Shown(Card card)
    {
        var all = JsonSerializer.SerializeToNode(card, Json.GetTypeInfo(card.GetType())!)!.AsObject();
        foreach (var (name, _) in all.Where(field => field.Value is JsonArray { Count: 0 }).ToList())
            all.Remove(name);

        return all;
    }

    private static CardTemplate Read(string name) =>
        new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Teams", "Cards", $"{name}.json")));
}
