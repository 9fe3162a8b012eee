using PolicyBot.Acknowledgements.Register;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Reports;

/// <summary>How well each clause was understood: counted once a person, however often somebody went through the questions.</summary>
internal sealed class ClauseTally(Policy policy)
{
    private readonly Dictionary<string, ClauseLine> _lines = policy.Clauses.ToDictionary(clause => clause.Id.Value, clause => new ClauseLine(clause, 0, 0, 0));

    /// <param name="counting">Of one person.</param>
    public void Take(IReadOnlyList<Happening> counting)
    {
        foreach (var answers in counting.Select(each => each.Event).OfType<RegisterEvent.Understood>().GroupBy(answer => answer.Clause))
            if (_lines.TryGetValue(answers.Key, out var line))
                _lines[answers.Key] = new ClauseLine(line.Clause, line.Asked + 1,
                    line.RightAtOnce + (answers.First() is { IsRight: true, Tries: 1 } ? 1 : 0),
                    line.RightInTheEnd + (answers.Any(answer => answer.IsRight) ? 1 : 0));
    }

    /// <returns>Those that anybody was asked about, in the policy's order.</returns>
    public IReadOnlyList<ClauseLine> Lines() =>
        [.. policy.Clauses.Select(clause => _lines[clause.Id.Value]).Where(line => line.Asked > 0)];
}
