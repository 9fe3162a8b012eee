using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace PolicyBot.Teams.Cards;

/// <summary>What to do first where a child may be unsafe. Nothing else gets in its way.</summary>
/// <param name="Headline">Plain: the card puts the weight on it.</param>
internal sealed partial record RouteCard(string Headline, [property: JsonIgnore] IReadOnlyList<string> Steps) : Card
{
    public override string Summary => Plain(Headline);

    /// <summary>For a step that fits better: "A child told me", "It is about a colleague".</summary>
    public IReadOnlyList<CardButton> MoreExactly { get; init; } = [];

    /// <summary>Whom else there is to call, that a small worry counts too.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>That nothing was kept and nobody told.</summary>
    public string? Kept { get; init; }

    [JsonPropertyName("steps")]
    public IEnumerable<string> ReadableSteps => Steps.Select(Readable);

    [JsonPropertyName("also")]
    public IEnumerable<string> ReadableAlso => Also.Select(Readable);

    /// <summary>A phone number is bold and stays on one line.</summary>
    private static string Readable(string text) =>
        PhoneNumber().Replace(text, number => $"**{number.Value.Replace(' ', '\u00a0')}**");

    [GeneratedRegex(@"(?<![\w*])[+0][\d ]{8,}\d(?![\w*])")]
    private static partial Regex PhoneNumber();
}
