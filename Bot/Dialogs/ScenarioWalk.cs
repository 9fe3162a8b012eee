using PolicyBot.Answers;

namespace PolicyBot.Dialogs;

/// <summary>One way through a scenario: what was told, in order, and where it ends.</summary>
internal sealed record ScenarioPath(Told Told, Outcome End);

/// <summary>Walks every way through a scenario, each answer to each question.</summary>
internal static class ScenarioWalk
{
    public static IEnumerable<ScenarioPath> PathsOf(Scenario scenario) => From(scenario, Told.Nothing);

    /// <returns>The concern that an answer leads to whatever else is told; null where it need not lead to one.</returns>
    public static Concern? RouteOf(Scenario scenario, string fact, string value)
    {
        var ends = PathsOf(scenario).Where(path => path.Told[fact] == value).Select(path => path.End.Route).ToList();
        return ends.Count > 0 && ends.TrueForAll(route => route is not null) ? ends[0] : null;
    }

    private static IEnumerable<ScenarioPath> From(Scenario scenario, Told told) => scenario.Next(told) switch
    {
        Next.Ends end => [new ScenarioPath(told, end.Outcome)],
        Next.Asks asks => asks.Fact.Values.SelectMany(value => From(scenario, told.With(new ToldFact(asks.Fact.Name, value.Name)))),
        _ => [],
    };
}
