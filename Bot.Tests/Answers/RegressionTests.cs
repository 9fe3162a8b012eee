using System.Runtime.CompilerServices;
using System.Text.Json;
using PolicyBot.Commands;

namespace PolicyBot.Tests.Answers;

/// <summary>What is answered rightly today must stay so. A line holds every label that would be right.</summary>
public sealed class RegressionTests
{
    [Fact]
    public void One_word_that_changes_the_answer_is_heard() => Assert.Empty(
        Lines("pairs.jsonl", atLeast: 60).SelectMany(pair => new[] { pair.GetProperty("a"), pair.GetProperty("b") })
            .Where(IsWrong).Select(QuestionOf));

    [Theory]
    [InlineData("near-misses.jsonl", 40)]
    [InlineData("false-alarms.jsonl", 40)]
    [InlineData("veiled.jsonl", 60)]
    public void What_is_close_to_a_rule_or_to_a_worry_is_told_from_it(string file, int atLeast) =>
        Assert.Empty(Lines(file, atLeast).Where(IsWrong).Select(QuestionOf));

    private static bool IsWrong(JsonElement line)
    {
        var answer = AnsweredLine.From(null, ShippedEngine.Engine.Ask(QuestionOf(line)));
        return !Holds(line, "outcomes", answer.Outcome) || !Holds(line, "verdicts", answer.Verdict)
            || !Holds(line, "clauses", answer.Clauses is [var first, ..] ? first : null);
    }

    /// <summary>Labels that are not given are not judged, and none at all is right where the list is empty.</summary>
    private static bool Holds(JsonElement line, string labels, string? got) =>
        !line.TryGetProperty(labels, out var right)
        || (got is null ? right.GetArrayLength() == 0 : right.EnumerateArray().Any(label => label.GetString() == got));

    private static string QuestionOf(JsonElement line) => line.GetProperty("question").GetString()!;

    private static List<JsonElement> Lines(string file, int atLeast, [CallerFilePath] string here = "")
    {
        var lines = File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "Regression", file))
            .Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.True(lines.Count >= atLeast, $"{file} holds {lines.Count} lines.");
        return lines;
    }
}
