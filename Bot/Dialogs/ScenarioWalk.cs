namespace PolicyBot.Dialogs;

/// <summary>One way through a scenario: what was told, in order, and where it ends.</summary>
internal sealed record ScenarioPath(Told Told, Outcome End);

/// <summary>Walks every way through a scenario, each answer to each question.</summary>
internal static class ScenarioWalk
{
    public static IEnumerable<ScenarioPath> PathsOf(Scenario scenario) => From(scenario, Told.Nothing);

    private static IEnumerable<ScenarioPath> From(Scenario scenario, Told told) => scenario.Next(told) switch
    {
        Next.Ends end => [new ScenarioPath(told, end.Outcome)],
        Next.Asks asks => asks.Fact.Values.SelectMany(value => From(scenario, told.With(new ToldFact(asks.Fact.Name, value.Name)))),
        _ => [],
    };
}
