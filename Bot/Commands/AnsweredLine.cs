using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Answers;
using PolicyBot.Policies;

namespace PolicyBot.Commands;

internal sealed record AskedLine(JsonElement? Id, string? Question);

/// <summary>A question with every label that would be right, the best first; verdicts or clauses that are left out are not judged.</summary>
internal sealed record LabelledLine(
    JsonElement? Id, string? Question, IReadOnlyList<string>? Outcomes, IReadOnlyList<string>? Verdicts, IReadOnlyList<string>? Clauses);

/// <summary>An answer for another program: names in lower case with underscores, clauses best first.</summary>
internal sealed record AnsweredLine(
    JsonElement? Id, string Outcome, string Verdict, string? Policy, IReadOnlyList<string> Clauses, double Confidence)
{
    public static AnsweredLine From(JsonElement? id, Answer answer) => answer switch
    {
        Answer.Answered a => New(id, "answered", a.Verdict, a.Policy, a.Clauses, a),
        Answer.Asks a => New(id, "asks", Answers.Verdict.OnlyIf, a.Policy, a.Clauses, a),
        Answer.Unclear a => New(id, "asks", Answers.Verdict.None, a.Policy, [], a),
        Answer.Safeguarding { NamedIn: var (policy, clause) } a => New(id, "safeguarding", Answers.Verdict.None, policy, [clause], a),
        Answer.Safeguarding a => New(id, "safeguarding", Answers.Verdict.None, null, [], a),
        Answer.NotCovered { NamedIn: { } naming } a => New(id, "not_covered", Answers.Verdict.None, a.Policy, [naming], a),
        Answer.NotCovered a => New(id, "not_covered", Answers.Verdict.None, a.Policy, [], a),
        _ => New(id, "help", Answers.Verdict.None, null, [], answer),
    };

    private static AnsweredLine New(
        JsonElement? id, string outcome, Verdict verdict, Policy? policy, IReadOnlyList<Clause> clauses, Answer answer) =>
        new(id, outcome, NameOf(verdict), policy?.Id.Value, [.. clauses.Select(clause => clause.Id.Value)], answer.Confidence);

    private static string NameOf(Verdict verdict) => verdict switch
    {
        Answers.Verdict.MustNot => "must_not",
        Answers.Verdict.OnlyIf => "only_if",
        Answers.Verdict.May => "may",
        Answers.Verdict.Should => "should",
        Answers.Verdict.Info => "info",
        _ => "none",
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AskedLine))]
[JsonSerializable(typeof(AnsweredLine))]
[JsonSerializable(typeof(LabelledLine))]
internal sealed partial class LinesJson : JsonSerializerContext;
