using System.Runtime.CompilerServices;
using System.Text;

namespace PolicyBot.Tests.Conversations;

/// <summary>
/// A conversation as a text file. Written by hand:
/// <code>
/// # …                                       a remark
/// staff> …                                  posted to the bot with a signed token
/// staff presses> Label                      the newest button of this label (Action.Execute)
/// staff presses> Label {"text": "…"}        the same, with words in the fields of its card
/// staff submits> Label                      the same on a client that knows only Action.Submit
/// staff presses again> Label                what was sent by this label last, under a new id
/// staff presses old> Label                  the oldest button of this label, though its card may have gone
/// manager> …, manager presses> …            the manager, in a conversation of their own
/// --- restart                               the bot stops, and starts on the same database
/// --- text old words => new words           the same, with another text of the policy
/// --- joins                                 the member of staff is put on the roster
/// --- works                                 the bot does once what it does by the clock
/// --- later 25h                             the clock goes on: d, h or m
/// </code>
/// Written by playing it: "bot> …" and "bot card> …" with the buttons as "[Label]"; "bot updates card> …" for the card in the
/// place of the one pressed, "bot says at card> …" and "bot refuses at card> …" where there is none; "bot to manager> …"
/// and "bot to staff> …" for what the outbox brings.
/// </summary>
internal sealed class Transcript(string name, string approved)
{
    private readonly IReadOnlyList<TranscriptLine> _lines = [.. approved.Split('\n').Select(TranscriptLine.Parse).OfType<TranscriptLine>()];

    public static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    public static Transcript Read(string file) => new(file, File.ReadAllText(Path.Combine(Folder(), file)).ReplaceLineEndings("\n"));

    public string Approved => approved;

    /// <summary>The file's, without its ending.</summary>
    public string Name => Path.GetFileNameWithoutExtension(name);

    /// <summary>Whether it needs a bot that nobody else talks to.</summary>
    public bool IsAlone => _lines.Any(line => line is TranscriptLine.Restarts or TranscriptLine.Rewords or TranscriptLine.Joins or TranscriptLine.Works or TranscriptLine.Waits or TranscriptLine.Says { Who: TranscriptLine.Manager }
        or TranscriptLine.Presses { Who: TranscriptLine.Manager });

    /// <summary>What the bot says today to the same lines.</summary>
    public async Task<string> PlayAsync(Stage stage)
    {
        var played = new StringBuilder();
        foreach (var line in _lines)
        {
            played.Append(line.Written).Append('\n');
            foreach (var said in await stage.PlayAsync(line))
                played.Append(said).Append('\n');
        }

        return played.ToString();
    }

    /// <summary>Keeps what was played: as the approved text where that is asked for, otherwise beside it to look at.</summary>
    public void Keep(string played)
    {
        var approve = Environment.GetEnvironmentVariable("POLICYBOT_APPROVE") == "1";
        File.WriteAllText(Path.Combine(Folder(), approve ? name : Path.ChangeExtension(name, ".received.txt")), played);
    }
}
