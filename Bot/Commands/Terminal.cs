using System.Text;
using System.Text.RegularExpressions;
using PolicyBot.BotFramework;

namespace PolicyBot.Commands;

/// <summary>Shows a message in a terminal: bold and quotations as such where there is colour, buttons as numbers.</summary>
internal sealed partial class Terminal
{
    private const string Bold = "\e[1m", Quiet = "\e[36m", Plain = "\e[0m";

    private readonly bool _coloured = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;

    private static int Width => Console.IsOutputRedirected ? 100 : Math.Clamp(Console.WindowWidth - 2, 40, 100);

    public void Show(Activity message)
    {
        foreach (var line in (message.Text ?? "").Split('\n'))
            Console.WriteLine(Render(line));

        var buttons = message.SuggestedActions?.Actions ?? [];
        for (var i = 0; i < buttons.Count; i++)
            Console.WriteLine($"  {Styled(Bold, $"{i + 1}")} {buttons[i].Title}");
    }

    public string Styled(string style, string text) => _coloured ? $"{style}{text}{Plain}" : text;

    public string Prompt(string text) => Styled(Bold, text);

    private string Render(string line)
    {
        var quoted = line.StartsWith('>');
        var indent = quoted ? "  │ " : line.StartsWith("- ", StringComparison.Ordinal) ? "  " : "";
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
