using PolicyBot.Answers;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>What must hold for a scenario, on every way through it.</summary>
internal sealed class ScenarioChecks(AuthoredEntry file, Scenario scenario)
{
    private const int FewestWords = 2, MostWords = 8;

    private AuthoredEntry Outcomes => file.Find("outcomes") ?? file;

    public void Check()
    {
        if (!CheckEnds())
            return;

        foreach (var fact in scenario.Facts)
            CheckReplies(fact);

        var paths = ScenarioWalk.PathsOf(scenario).ToList();
        foreach (var outcome in scenario.Outcomes)
            CheckOutcome(outcome, paths.Any(path => path.End == outcome));

        foreach (var fact in scenario.Facts.Where(fact => !paths.Exists(path => path.Told[fact.Name] is not null)))
            file.Find("facts")?.Find(fact.Name)?.Complain("no way through the scenario asks for this. Take it out, or write an outcome that needs it.");

        foreach (var path in paths.Where(path => path.End.Verdict is Verdict.May))
            CheckPermission(path);
    }

    /// <summary>An outcome without conditions is met whatever is told, so that every way ends. It stands last.</summary>
    private bool CheckEnds()
    {
        if (scenario.Outcomes is [.., { If.Count: 0 }] && scenario.Outcomes.SkipLast(1).All(outcome => outcome.If.Count > 0))
            return true;

        Outcomes.Complain("the last outcome, and no other, must be without 'if': it is the end where no other fits.");
        return false;
    }

    private void CheckReplies(Fact fact)
    {
        foreach (var twice in fact.Values.SelectMany(value => value.Typed.Distinct()).GroupBy(text => text, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            file.Find("facts")?.Find(fact.Name)?.Complain($"'{twice.Key}' is listed as typed for two answers. It can mean one of them only.");
    }

    private void CheckOutcome(Outcome outcome, bool isReached)
    {
        var entry = Outcomes.Find(outcome.Name)!;
        if (!isReached)
            entry.Complain("no way through the scenario ends here. Take it out, or mend the 'if' of one before it.");
        if (outcome.Route is not null)
            return;

        if (outcome.Clauses.Count == 0 && outcome.Verdict is not Verdict.None)
            entry.Complain("an end that says what holds must cite a clause. Write: clauses: […], or verdict: not_covered.");
        if (outcome is { Verdict: Verdict.None, AsksManager: false })
            entry.Complain("what the policy does not say is the manager's to decide. Write: ask manager: yes.");
        if (outcome.Wording.Verdict.Split(' ').Length is < FewestWords or > MostWords)
            entry.Complain($"the headline should have {FewestWords} to {MostWords} words.");
    }

    /// <summary>Where an answer told breaks a clause, or nobody knows whether it does, nothing is permitted.</summary>
    private void CheckPermission(ScenarioPath path)
    {
        foreach (var told in path.Told)
        {
            var fact = scenario.Fact(told.Fact);
            var value = fact.Value(told.Value)!;
            if (value.Breaks is { } clause)
                Outcomes.Find(path.End.Name)!.Complain($"this permits although '{fact.Name}: {value.Name}' breaks '{clause.Id}'. Told: {path.Told}.");
            else if (value.IsNotSure && fact.Values.Any(other => other.Breaks is not null))
                Outcomes.Find(path.End.Name)!.Complain($"this permits although it is not sure whether '{fact.Name}' breaks a clause. Told: {path.Told}.");
        }
    }
}
