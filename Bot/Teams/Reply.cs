using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyBot.BotFramework;
using PolicyBot.Policies;

namespace PolicyBot.Teams;

/// <summary>
/// A message in the making: paragraphs of Markdown, the clauses it cites, the buttons below it. A question with its
/// buttons is a message of its own, in plain words: some clients show no Markdown beside buttons.
/// </summary>
internal sealed partial class Reply
{
    private const int MostButtons = 3;

    private static readonly JsonElement Feedback = JsonElement.Parse("""{"feedbackLoop":{"type":"default"}}""");

    private readonly StringBuilder _text = new();
    private readonly List<(Policy, Clause)> _cited = [];
    private readonly List<CardAction> _buttons = [];
    private Reply? _question;

    public Reply Paragraph(string text)
    {
        if (text.Length > 0)
            _text.Append(_text.Length > 0 ? "\n\n" : "").Append(text.Trim());

        return this;
    }

    public Reply Bullets(IEnumerable<string> lines) => Paragraph(string.Join('\n', lines.Select(line => $"- {line}")));

    /// <summary>What a person typed, as a quotation.</summary>
    public Reply Quoted(string typed) => Paragraph(string.Join('\n', typed.Split('\n').Select(line => $"> {Plain(line)}".TrimEnd())));

    /// <summary>What a person typed, with nothing in it that a client would take for Markdown.</summary>
    public static string Plain(string typed) => Marks().Replace(typed, @"\$0");

    /// <summary>A clause word for word, with the sentence it hangs on before it.</summary>
    public Reply Quote(Policy policy, Clause clause)
    {
        var number = Cite(policy, clause);
        var words = clause.LeadIn is { } leadIn ? $"{leadIn}\n\n{clause.Text}" : clause.Text;
        return Paragraph($"{string.Join('\n', words.Split('\n').Select(line => $"> {line}".TrimEnd()))} [{number}]");
    }

    /// <returns>The number to write as [1] in the text.</returns>
    public int Cite(Policy policy, Clause clause)
    {
        var at = _cited.IndexOf((policy, clause));
        if (at >= 0)
            return at + 1;

        _cited.Add((policy, clause));
        return _cited.Count;
    }

    /// <returns>The question's own message, to put buttons on.</returns>
    public Reply Question(string text) => _question = new Reply().Paragraph(text);

    public Reply Button(string label, string says)
    {
        if (_buttons.Count < MostButtons)
            _buttons.Add(new CardAction("imBack", label, says));

        return this;
    }

    /// <param name="address">Where the bot's pages are, for the links of citations; null leaves the links out.</param>
    public IEnumerable<Activity> ToActivities(string? address) =>
        _question is null ? [ToActivity(address)] : [ToActivity(address), .. _question.ToActivities(address)];

    private Activity ToActivity(string? address) => new()
    {
        Type = ActivityTypes.Message,
        TextFormat = _buttons.Count > 0 ? "plain" : "markdown",
        Text = _text.ToString(),
        Entities = _cited.Count > 0 ? [Citation.Of(_cited, address)] : null,
        SuggestedActions = _buttons.Count > 0 ? new SuggestedActions(_buttons) : null,
        ChannelData = _buttons.Count > 0 ? null : Feedback,
    };

    [GeneratedRegex(@"[\\`*_{}\[\]()#+!|<>~]")]
    private static partial Regex Marks();
}
