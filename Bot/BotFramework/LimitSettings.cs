using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PolicyBot.BotFramework;

/// <summary>How much one conversation and one address may send in a minute: section Limits. 0 is no limit.</summary>
internal sealed record LimitSettings(int PerConversation, int PerAddress)
{
    private const int Most = 100_000;

    public static LimitSettings Usual { get; } = new(60, 300);

    /// <returns>The settings, and a sentence for each mistake: settings with mistakes are not to be used.</returns>
    public static (LimitSettings Settings, IReadOnlyList<string> Mistakes) From(IConfiguration settings)
    {
        var mistakes = new List<string>();
        return (new(Read("PerConversation", Usual.PerConversation), Read("PerAddress", Usual.PerAddress)), mistakes);

        int Read(string name, int usual)
        {
            var text = settings[$"Limits:{name}"];
            if (string.IsNullOrWhiteSpace(text))
                return usual;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most)
                return number;

            mistakes.Add($"Limits:{name} is '{text}'. Write how many in a minute, such as {usual}, or 0 for no limit.");
            return usual;
        }
    }
}
