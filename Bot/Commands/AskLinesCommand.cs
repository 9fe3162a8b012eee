using System.Text.Json;
using PolicyBot.Answers;

namespace PolicyBot.Commands;

/// <summary>Questions from a file, a line of JSON each, answered a line each. A bad line is told and the rest answered.</summary>
internal sealed class AskLinesCommand(AnswerEngine engine)
{
    public int Answer(string file)
    {
        if (file != "-" && !File.Exists(file))
            return new Command.Explain($"There is no file '{file}'. Name a file, or - for standard input.", Command.BadUsage).Print();

        using var lines = file == "-" ? new StreamReader(Console.OpenStandardInput()) : File.OpenText(file);
        using var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
        return Answer(lines, output, Console.Error);
    }

    public int Answer(TextReader lines, TextWriter output, TextWriter errors)
    {
        var failed = 0;
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (line.Length == 0)
                continue;

            if (AnswerLine(line) is { } answer)
                output.WriteLine(answer);
            else
                errors.WriteLine($"Line {number} is not {{\"id\": …, \"question\": …}} in JSON. Line skipped: {++failed} so far.");
        }

        return failed == 0 ? Command.Done : Command.Failed;
    }

    private string? AnswerLine(string line)
    {
        try
        {
            var asked = JsonSerializer.Deserialize(line, LinesJson.Default.AskedLine);
            return asked is { Question: { } question } ? JsonSerializer.Serialize(AnsweredLine.From(asked.Id, engine.Ask(question)), LinesJson.Default.AnsweredLine) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
