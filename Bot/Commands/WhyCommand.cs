using System.Globalization;
using PolicyBot.Answers;
using PolicyBot.Answers.Knowledge;

namespace PolicyBot.Commands;

/// <summary>Says how an answer comes about, in words for the person who writes the policy's files.</summary>
internal sealed class WhyCommand(AnswerEngine engine, AskCommand ask)
{
    public int Explain(string question)
    {
        ask.Answer(question);
        Console.WriteLine();
        foreach (var line in Lines(engine.Why(question)))
            Console.WriteLine(line);

        return Command.Done;
    }

    private static IEnumerable<string> Lines(Reasoning why)
    {
        yield return $"Read as:     {string.Join(' ', why.Words)}";
        yield return string.Create(CultureInfo.InvariantCulture, $"Seen before: {why.Familiarity:P0} of it");
        yield return "Recognised:";
        foreach (var concept in why.Concepts)
            yield return $"  {concept.Concept,-26} \"{concept.Words}\"{(concept.IsDenied ? "   (with a \"not\": it does not count towards a permission)" : "")}";

        yield return why.Worry is (var concern, var score)
            ? string.Create(CultureInfo.InvariantCulture, $"Worry:       {concern}, {score:P0} of it (below 80 % the answer is given as well)")
            : "Worry:       none heard";
        yield return "What it is most like, and how much of it speaks for that:";
        foreach (var candidate in why.Candidates)
            yield return string.Create(CultureInfo.InvariantCulture, $"  {candidate.Share,5:P0}  {NameOf(candidate),-42} {candidate.Topic.About} -> {Says(candidate.Topic, candidate.Rule)}");

        if (why.Decided is not { } decided)
            yield break;

        yield return $"Decided by:  {decided.Topic.Name} / {decided.Rule.Name}";
        if (!decided.Topic.Rules.Contains(decided.Rule))
            yield return "             That rule belongs to another topic: something under \"forbidden\" in answers.yaml holds, so this is never a \"may\".";
        else if (why.Candidates is [var likeliest, ..] && likeliest.Topic != decided.Topic)
            yield return "             The likeliest would permit, and this one, which does not, is as good as level with it.";
    }

    private static string NameOf(Finding finding) =>
        finding.Rule == finding.Topic.Rules[^1] ? finding.Topic.Name : $"{finding.Topic.Name}/{finding.Rule.Name}";

    private static string Says(Topic topic, TopicRule rule) => topic.Subject switch
    {
        Subject.OfBot => "talk to the bot",
        _ when rule.IsHeldBack => "held back, since a clause has changed",
        Subject.OfAnother { SettledBy: { } other } => $"not covered here: {other}",
        Subject.OfAnother => "not covered",
        Subject.Unknown => "nothing known here",
        _ => $"{rule.Verdict}, {string.Join(", ", rule.Clauses.Select(clause => clause.Id))}",
    };
}
