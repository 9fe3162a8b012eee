using System.Text;
using System.Text.RegularExpressions;
using PolicyBot.BotFramework;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Commands;

/// <summary>Shows a message in a terminal: bold and quotations as such where there is colour, buttons as numbers, cards as text.</summary>
internal sealed partial class Terminal(TextReader typed, TextWriter shown)
{
    private const string Bold = "\e[1m", Quiet = "\e[36m", Plain = "\e[0m";

    private readonly bool _isScreen = ReferenceEquals(shown, Console.Out) && !Console.IsOutputRedirected;

    public Terminal()
        : this(Console.In, Console.Out)
    {
    }

    private int Width => _isScreen ? Math.Clamp(Console.WindowWidth - 2, 40, 100) : 100;

    private bool IsColoured => _isScreen && Environment.GetEnvironmentVariable("NO_COLOR") is null;

    /// <param name="before">How many buttons the turn has shown before: the numbers run on.</param>
    /// <returns>The buttons of the message, in the order of their numbers.</returns>
    public IReadOnlyList<NumberedButton> Show(Activity message, int before = 0)
    {
        var buttons = new List<NumberedButton>();
        if (message is { Text: { Length: > 0 } text } || message.Attachments is null)
            Write(message.Text ?? "");
        foreach (var suggested in message.SuggestedActions?.Actions ?? [])
            Write(new NumberedButton.Says(suggested.Title, suggested.Value), buttons, before);
        foreach (var card in (message.Attachments ?? []).Where(attachment => attachment is { ContentType: CardPrinter.ContentType, Content: not null }))
            Write(new PlainCard(card.Content!.Value), buttons, before);

        return buttons;
    }

    /// <returns>What was typed; null where the person is done.</returns>
    public string? Read()
    {
        shown.Write($"\n{Styled(Bold, "you> ")}");
        return typed.ReadLine()?.Trim() is { Length: > 0 } line && line is not ("quit" or "exit") ? line : null;
    }

    public void Write(string text)
    {
        foreach (var line in text.Split('\n'))
            shown.WriteLine(Render(line));
    }

    private void Write(PlainCard card, List<NumberedButton> buttons, int before)
    {
        foreach (var row in card.Rows)
        {
            if (row.IsApart)
                shown.WriteLine();
            if (row.Text.Any(char.IsLetterOrDigit))
                Write(row.Text);
            foreach (var button in row.Buttons)
                Write(new NumberedButton.Sends(button, card.Fields), buttons, before);
        }
    }

    private void Write(NumberedButton button, List<NumberedButton> buttons, int before)
    {
        buttons.Add(button);
        var number = before + buttons.Count;
        shown.WriteLine($"  {Styled(Bold, $"{number}")} {button.Label}{(button.Field is null ? "" : $"   (or {number}=your words)")}");
    }

    private string Styled(string style, string text) => IsColoured ? $"{style}{text}{Plain}" : text;

    private string Render(string line)
    {
        var quoted = line.StartsWith('>');
        var indent = quoted ? "  │ " : line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("• ", StringComparison.Ordinal) ? "  " : "";
        var wrapped = Wrap(quoted ? line.TrimStart('>', ' ') : line, Width - indent.Length)
            .Select((part, i) => indent + (i > 0 && indent == "  " ? "  " : "") + (quoted ? Styled(Quiet, Unmarked(part)) : Emphasised(part)));
        return string.Join('\n', wrapped);
    }

    private string Emphasised(string text) =>
        BoldWords().Replace(text, match => Styled(Bold, match.Groups[1].Value)).Replace("*", "", StringComparison.Ordinal);

    private static string Unmarked(string text) => text.Replace("**", "", StringComparison.Ordinal);

    private static List<string> Wrap(string text, int width)
    {
        var (lines, line) = (new List<string>(), new StringBuilder());
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex BoldWords();
}
