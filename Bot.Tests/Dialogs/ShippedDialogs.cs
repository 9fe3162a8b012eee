using PolicyBot.Dialogs;
using PolicyBot.Policies;
using PolicyBot.Tests.Answers;

namespace PolicyBot.Tests.Dialogs;

/// <summary>The scenarios as they ship, read once.</summary>
internal static class ShippedDialogs
{
    public static IReadOnlyList<Policy> Policies { get; } =
        PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Policies", "Library")).Library.Policies;

    public static Scenarios Scenarios { get; } = Scenarios.Load(Policies, ShippedEngine.Engine) is { Mistakes.Count: 0 } loaded
        ? loaded.Scenarios
        : throw new InvalidDataException("There are mistakes in the scenarios. Run: policy check.");

    public static Scenario Scenario(string name) => Scenarios.Find($"social-media/{name}")!;

    /// <summary>Every way through every scenario.</summary>
    public static IEnumerable<(Scenario Scenario, ScenarioPath Path)> Paths =>
        Scenarios.All.SelectMany(ScenarioWalk.PathsOf, (scenario, path) => (scenario, path));

    /// <summary>Each question of each scenario once, with what was told before it.</summary>
    public static IReadOnlyList<(Scenario Scenario, Told Told, Fact Fact)> Questions { get; } = [.. Paths
        .SelectMany(pair => pair.Path.Told, (pair, told) => (pair.Scenario, Told: new Told([.. pair.Path.Told.TakeWhile(each => each != told)]), Fact: pair.Scenario.Fact(told.Fact)))
        .DistinctBy(question => (question.Scenario.Id, question.Fact.Name))];

    /// <summary>Every end that says something.</summary>
    public static IEnumerable<(Scenario Scenario, Outcome End)> Ends =>
        Scenarios.All.SelectMany(scenario => scenario.Outcomes, (scenario, end) => (scenario, end)).Where(pair => pair.end.Route is null);
}
