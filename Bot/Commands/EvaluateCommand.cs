using System.Globalization;
using System.Text.Json;
using PolicyBot.Answers;

namespace PolicyBot.Commands;

/// <summary>Holds the bot's answers against a file of questions with the labels that would be right.</summary>
internal sealed class EvaluateCommand(AnswerEngine engine)
{
    public int Run(string file, double atLeast) => File.Exists(file)
        ? Run(File.ReadLines(file), atLeast, Console.Out)
        : new Command.Explain($"There is no file '{file}'. Name a file of questions, a line of JSON each.", Command.BadUsage).Print();

    public int Run(IEnumerable<string> lines, double atLeast, TextWriter output)
    {
        var marks = new List<Mark>();
        foreach (var (line, i) in lines.Select((line, i) => (line, i)).Where(pair => pair.line.Length > 0))
        {
            if (Read(line) is not { } asked)
                return new Command.Explain($"Line {i + 1} is no question with labels. See policybot policy --help.", Command.Failed).Print();

            marks.Add(Mark.Of(asked, AnsweredLine.From(asked.Id, engine.Ask(asked.Question!))));
        }

        Report(marks, output);
        return marks.Count > 0 && Share(marks, mark => mark.IsRight) >= atLeast ? Command.Done : Command.Failed;
    }

    private static void Report(List<Mark> marks, TextWriter output)
    {
        foreach (var missed in marks.Where(mark => !mark.IsRight))
            output.WriteLine($"{missed.Asked.Id,-8} wanted {missed.Wanted,-44} got {missed.Got,-44} {missed.Asked.Question}");

        var risks = marks.FindAll(mark => mark.Asked.Outcomes is ["safeguarding", ..]);
        var permits = marks.Count(mark => mark.Answer.Verdict == "may" && (!mark.Verdict || (mark.Asked.Verdicts is null && !mark.Outcome)));
        var needless = marks.Count(mark => mark.Answer.Outcome == "safeguarding" && !mark.Outcome);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            questions            {marks.Count}
            outcome right        {Share(marks, mark => mark.Outcome):0.000}
            verdict right        {Share(marks, mark => mark.Verdict):0.000}
            first clause right   {Share(marks, mark => mark.Clause):0.000}
            all right            {Share(marks, mark => mark.IsRight):0.000}
            safeguarding raised  {risks.Count(mark => mark.Outcome)} of {risks.Count}
            raised needlessly    {needless} of {marks.Count - risks.Count}
            "may" where not      {permits}
            """));
    }

    private static double Share(List<Mark> marks, Func<Mark, bool> isRight) => marks.Count == 0 ? 0 : marks.Count(isRight) / (double)marks.Count;

    private static LabelledLine? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, LinesJson.Default.LabelledLine) is { Question: not null, Outcomes: not null } asked
                ? asked
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Mark(LabelledLine Asked, AnsweredLine Answer, bool Outcome, bool Verdict, bool Clause)
    {
        public bool IsRight => Outcome && Verdict && Clause;

        public string Wanted => $"{First(Asked.Outcomes!)} {First(Asked.Verdicts)} {First(Asked.Clauses)}";

        public string Got => $"{Answer.Outcome} {Answer.Verdict} {First(Answer.Clauses)}";

        public static Mark Of(LabelledLine asked, AnsweredLine answer) => new(asked, answer,
            asked.Outcomes!.Contains(answer.Outcome), asked.Verdicts?.Contains(answer.Verdict) ?? true, IsClause(asked.Clauses, answer.Clauses));

        private static bool IsClause(IReadOnlyList<string>? wanted, IReadOnlyList<string> got) =>
            wanted is null || (got is [var first, ..] ? wanted.Contains(first) : wanted.Count == 0);

        private static string First(IReadOnlyList<string>? labels) => labels is [var first, ..] ? first : "-";
    }
}
