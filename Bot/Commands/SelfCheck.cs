using PolicyBot.Answers;
using PolicyBot.Answers.Knowledge;
using PolicyBot.Dialogs;
using PolicyBot.Policies;

namespace PolicyBot.Commands;

/// <summary>Holds a policy's authored examples against the engine that was made of them.</summary>
internal sealed class SelfCheck(IReadOnlyList<Policy> policies, Bookshelf shelf)
{
    /// <summary>Each example is held back once, in one of so many turns.</summary>
    private const int Turns = 5;

    private readonly AnswerEngine _told = shelf.Teach(_ => true);

    /// <summary>The scenarios beside the policies, and what is wrong in them.</summary>
    public (Scenarios Walked, IReadOnlyList<Mistake> Mistakes) Scenarios()
    {
        var (walked, mistakes) = PolicyBot.Dialogs.Scenarios.Load(policies, _told);
        return (walked, [.. mistakes, .. new EntranceChecks(walked, shelf).Mistakes()]);
    }

    private IEnumerable<(Policy Policy, Example Example)> Examples =>
        policies.Zip(shelf.Books, (policy, book) => book.Examples.Select(example => (policy, example))).SelectMany(pair => pair);

    /// <summary>The same words under two topics: one of them is wrong.</summary>
    public IEnumerable<Mistake> Contradictions() =>
        from pair in Examples
        group pair.Example by (pair.Policy, Words: string.Join(' ', _told.Read(pair.Example.Text).Words)) into same
        where same.Select(example => example.Topic).Distinct().Count() > 1
        let last = same.Last()
        select new Mistake(last.File, last.Line, $"'{last.Text}' stands under {string.Join(" and ", same.Select(example => example.Topic.Name).Distinct())}. Keep one.");

    /// <summary>Examples that the engine answers otherwise than their topic says, although it was told them.</summary>
    public IEnumerable<Mistake> ToldAndWrong() =>
        from pair in Examples
        let wanted = Wanted(pair.Policy, pair.Example)
        let got = Label(_told.Ask(pair.Example.Text))
        where wanted != got
        select new Mistake(pair.Example.File, pair.Example.Line, $"'{pair.Example.Text}' belongs to {pair.Example.Topic.Name} ({wanted}) and is answered {got}.");

    /// <summary>The share of examples answered as their topic says by an engine that was not told them.</summary>
    public double ShareRightUntold()
    {
        var (right, all) = (0, 0);
        for (var turn = 0; turn < Turns; turn++)
        {
            var engine = shelf.Teach(text => TurnOf(text) != turn);
            foreach (var (policy, example) in Examples.Where(pair => TurnOf(pair.Example.Text) == turn))
                (right, all) = (right + (Wanted(policy, example) == Label(engine.Ask(example.Text)) ? 1 : 0), all + 1);
        }

        return all == 0 ? 1 : right / (double)all;
    }

    /// <summary>Concepts that no rule asks for and no example holds.</summary>
    public IEnumerable<string> UnusedConcepts()
    {
        var used = shelf.Books.Append(shelf.Everyday).SelectMany(book => book.ConceptsAskedFor).Concat(shelf.Alarms.SelectMany(alarm => alarm.Condition.Concepts))
            .Concat(shelf.AllExamples.SelectMany(text => _told.Read(text).Hits.Select(hit => hit.Concept))).ToHashSet();
        return shelf.Concepts.Where((_, number) => !used.Contains(number));
    }

    private string Wanted(Policy policy, Example example) => Label(_told.AskAbout(policy, example.Topic, example.Rule, example.Text));

    private static string Label(Answer answer)
    {
        var line = AnsweredLine.From(null, answer);
        return $"{line.Outcome} {line.Verdict} {(line.Clauses is [var first, ..] ? first : "")}".TrimEnd();
    }

    private static int TurnOf(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
            hash = (hash ^ letter) * 16777619;

        return (int)((hash >> 8) % Turns);
    }
}
