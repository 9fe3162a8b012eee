using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyBot.Tests.Conversations;

/// <summary>A line of a transcript that is not the bot's: what is done to it. How each is written says <see cref="Transcript"/>.</summary>
internal abstract partial record TranscriptLine(string Written)
{
    public const string Staff = "staff", Manager = "manager";

    internal sealed record Remark(string Written) : TranscriptLine(Written);

    internal sealed record Says(string Written, string Who, string Text) : TranscriptLine(Written);

    /// <param name="IsOldClient">It knows only Action.Submit.</param>
    /// <param name="Fields">What is typed into the card's fields first.</param>
    internal sealed record Presses(string Written, string Who, string Label, Which Which, bool IsOldClient, Dictionary<string, string> Fields)
        : TranscriptLine(Written);

    internal sealed record Restarts(string Written) : TranscriptLine(Written);

    /// <summary>The bot stops, and starts with another text of the policy.</summary>
    internal sealed record Rewords(string Written, string Old, string New) : TranscriptLine(Written);

    /// <summary>The member of staff is put on the roster, from today.</summary>
    internal sealed record Joins(string Written) : TranscriptLine(Written);

    /// <summary>What the bot does by the clock is done once.</summary>
    /// <param name="IsReviews">What has to do with reviews; otherwise what has to do with rounds and texts.</param>
    internal sealed record Works(string Written, bool IsReviews) : TranscriptLine(Written);

    internal sealed record Waits(string Written, TimeSpan Time) : TranscriptLine(Written);

    /// <returns>Null for a line of the bot's.</returns>
    public static TranscriptLine? Parse(string line) => line switch
    {
        _ when line.StartsWith('#') => new Remark(line),
        "--- restart" => new Restarts(line),
        "--- joins" => new Joins(line),
        "--- works" => new Works(line, IsReviews: false),
        "--- works reviews" => new Works(line, IsReviews: true),
        _ when line.StartsWith("--- text ", StringComparison.Ordinal) && line["--- text ".Length..].Split(" => ") is [var old, var other] => new Rewords(line, old, other),
        _ when Later().Match(line) is { Success: true } later => new Waits(line, TimeOf(later)),
        _ when Done().Match(line) is { Success: true } done => Of(line, done),
        _ => null,
    };

    private static TranscriptLine Of(string line, Match done)
    {
        var (who, what) = (done.Groups["who"].Value, done.Groups["what"].Value);
        if (!done.Groups["how"].Success)
            return new Says(line, who, what);

        var fields = what.IndexOf(" {", StringComparison.Ordinal);
        return new Presses(
            line, who, fields < 0 ? what : what[..fields],
            done.Groups["which"].Value switch { "again" => Which.SameAgain, "old" => Which.Oldest, _ => Which.Newest },
            IsOldClient: done.Groups["how"].Value == "submits",
            fields < 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(what[fields..])!);
    }

    private static TimeSpan TimeOf(Match later)
    {
        var number = int.Parse(later.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return later.Groups["unit"].Value switch
        {
            "d" => TimeSpan.FromDays(number),
            "h" => TimeSpan.FromHours(number),
            _ => TimeSpan.FromMinutes(number),
        };
    }

    [GeneratedRegex("^(?<who>staff|manager)( (?<how>presses|submits)( (?<which>again|old))?)?> (?<what>.*)$")]
    private static partial Regex Done();

    [GeneratedRegex("^--- later (?<number>[0-9]+)(?<unit>[dhm])$")]
    private static partial Regex Later();
}

/// <summary>Which of the buttons with one label.</summary>
internal enum Which
{
    Newest,

    /// <summary>What was pressed last under this label, with the same data.</summary>
    SameAgain,

    /// <summary>Of a card that may no longer stand there.</summary>
    Oldest,
}
