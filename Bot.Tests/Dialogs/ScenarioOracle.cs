using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>What a scenario should do, worked out a second time: every outcome is weighed, none is skipped.</summary>
internal static class ScenarioOracle
{
    private enum Truth { No, Unknown, Yes }

    /// <summary>Every way the facts of a scenario can be, those that no question asks for included.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Worlds(Scenario scenario) => scenario.Facts.Aggregate(
        new List<Dictionary<string, string>> { new() },
        (worlds, fact) => [.. worlds.SelectMany(world => fact.Values, (world, value) => new Dictionary<string, string>(world) { [fact.Name] = value.Name })]);

    /// <summary>The end where everything is known.</summary>
    public static string EndIn(Scenario scenario, IReadOnlyDictionary<string, string> world) =>
        scenario.Outcomes.First(outcome => outcome.If.All(needed => needed.Values.Contains(world[needed.Fact]))).Name;

    /// <summary>"ends: name" or "asks: fact", where some is known.</summary>
    public static string Next(Scenario scenario, IReadOnlyDictionary<string, string> known)
    {
        var weighed = scenario.Outcomes.Select(outcome => (outcome, truth: outcome.If.Select(needed => Weigh(needed, known)).DefaultIfEmpty(Truth.Yes).Min())).ToList();
        var (first, truth) = weighed.First(pair => pair.truth > Truth.No);
        return truth is Truth.Yes ? $"ends: {first.Name}" : $"asks: {first.If.First(needed => Weigh(needed, known) is Truth.Unknown).Fact}";
    }

    private static Truth Weigh(Requirement needed, IReadOnlyDictionary<string, string> known) =>
        !known.TryGetValue(needed.Fact, out var value) ? Truth.Unknown : needed.Values.Contains(value) ? Truth.Yes : Truth.No;
}
