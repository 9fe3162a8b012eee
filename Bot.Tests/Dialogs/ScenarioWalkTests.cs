using PolicyBot.Answers;
using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>Every way through every scenario as it ships, each answer to each question.</summary>
public sealed class ScenarioWalkTests
{
    private static readonly string[] InOrder =
    [
        "friend-request", "friends-child-joins", "sending-a-request", "parent-follows-me", "parent-message",
        "message-about-a-childs-welfare", "friend-asks-about-child", "class-group", "chat-of-colleagues", "bad-day",
        "picture-with-children", "empty-room", "naming-the-club", "tagged-or-night-out", "like-or-share",
        "asked-about-the-club", "named-online", "birthday-or-well-done", "my-own-child", "under-another-name",
        "posted-and-deleted", "selling-or-raising-money", "opinion-or-campaign", "child-or-ex-pupil", "worried",
    ];

    [Fact]
    public void There_are_twenty_five_in_the_order_of_the_walk_throughs()
    {
        var folder = Path.Combine(ShippedDialogs.Policies.Single().Folder, "scenarios");

        Assert.Equal(InOrder.Select(name => $"social-media/{name}"), ShippedDialogs.Scenarios.All.Select(scenario => scenario.Id.Value));
        Assert.Equal(InOrder.Select((name, i) => $"{i + 1:00}-{name}.yaml"), Directory.GetFiles(folder, "??-*.yaml").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_way_ends_where_the_oracle_says()
    {
        foreach (var (scenario, path) in ShippedDialogs.Paths)
        {
            var told = path.Told.ToDictionary(each => each.Fact, each => each.Value);
            Assert.Equal($"ends: {path.End.Name}", ScenarioOracle.Next(scenario, told));
        }
    }

    [Fact]
    public void Every_end_cites_a_clause_or_leaves_it_to_the_manager_or_is_the_route()
    {
        foreach (var (scenario, end) in ShippedDialogs.Ends)
        {
            Assert.All(end.Clauses, clause => Assert.Same(clause, scenario.Policy.Find(clause.Id)));
            Assert.True(end.Verdict is Verdict.None ? end.AsksManager : end.Clauses.Count > 0, $"{scenario.Id} {end.Name}");
        }

        Assert.All(ShippedDialogs.Paths.Where(pair => pair.Path.End.Route is not null), pair => Assert.Empty(pair.Path.End.Clauses));
    }

    [Fact]
    public void Every_end_can_be_reached() => Assert.All(ShippedDialogs.Scenarios.All, scenario =>
        Assert.Equal(scenario.Outcomes.Select(end => end.Name).Order(), ScenarioWalk.PathsOf(scenario).Select(path => path.End.Name).Distinct().Order()));

    [Fact]
    public void Every_question_on_every_way_can_be_answered_with_not_sure()
    {
        foreach (var (scenario, path) in ShippedDialogs.Paths)
        {
            Assert.NotEmpty(path.Told);
            Assert.All(path.Told, told => Assert.NotNull(scenario.Fact(told.Fact).Value(FactValue.NotSure)));
        }
    }

    /// <summary>In every world, not only on the ways that are asked: a story may tell more than the questions would.</summary>
    [Fact]
    public void Nothing_is_permitted_where_a_clause_is_broken_or_may_be()
    {
        foreach (var scenario in ShippedDialogs.Scenarios.All)
            foreach (var world in ScenarioOracle.Worlds(scenario).Where(world => scenario.Outcomes.First(end => end.Name == ScenarioOracle.EndIn(scenario, world)).Verdict is Verdict.May))
                Assert.All(world, told => Assert.False(Breaks(scenario.Fact(told.Key), told.Value), $"{scenario.Id}: {string.Join(", ", world)}"));
    }

    [Fact]
    public void Whoever_is_not_sure_is_asked_at_most_four_questions() =>
        Assert.All(ShippedDialogs.Paths, pair => Assert.InRange(pair.Path.Told.Count, 1, 4));

    [Fact]
    public void The_figures()
    {
        var paths = ShippedDialogs.Paths.ToList();
        var (all, most) = (ShippedDialogs.Scenarios.All, paths.Max(pair => pair.Path.Told.Count));
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{all.Count} scenarios, {all.Sum(each => each.Facts.Count)} questions, {all.Sum(each => each.Facts.Sum(fact => fact.Values.Count))} answers, "
            + $"{paths.Count} ways, {all.Sum(each => each.Outcomes.Count)} ends; {paths.Average(pair => pair.Path.Told.Count):0.0} questions on a way, {most} at most; "
            + $"{all.Sum(each => ScenarioOracle.Worlds(each).Count())} worlds; ends of ways: "
            + string.Join(", ", paths.CountBy(pair => pair.Path.End.Route is null ? $"{pair.Path.End.Verdict}" : "Route").Select(pair => $"{pair.Value} {pair.Key}")));

        Assert.True(paths.Count > all.Sum(each => each.Outcomes.Count));
    }

    private static bool Breaks(Fact fact, string value) => fact.Value(value) is { Breaks: not null }
        || (value == FactValue.NotSure && fact.Values.Any(other => other.Breaks is not null));
}
