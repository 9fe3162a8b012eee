using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>The same facts lead to the same end, whatever is told first, unasked, or put right.</summary>
public sealed class ScenarioOrderTests
{
    private const int Seed = 20261125, Tries = 12;

    [Fact]
    public void The_next_question_is_what_the_oracle_asks_whatever_is_known()
    {
        var random = new Random(Seed);
        foreach (var (scenario, world) in Worlds())
        {
            var known = Some(scenario, world, random);
            var next = scenario.Next(known) is Next.Ends end ? $"ends: {end.Outcome.Name}" : $"asks: {((Next.Asks)scenario.Next(known)).Fact.Name}";
            Assert.Equal(ScenarioOracle.Next(scenario, known.ToDictionary(each => each.Fact, each => each.Value)), next);
        }
    }

    [Fact]
    public void The_same_facts_lead_to_the_same_end_whatever_is_told_first()
    {
        var random = new Random(Seed);
        foreach (var (scenario, world) in Worlds())
            for (var i = 0; i < Tries; i++)
                Assert.Equal(ScenarioOracle.EndIn(scenario, world), Walk(scenario, world, Some(scenario, world, random)).Name);
    }

    [Fact]
    public void A_wrong_answer_put_right_leads_where_the_right_one_would_have_led()
    {
        var random = new Random(Seed);
        foreach (var (scenario, world) in Worlds())
        {
            var wrong = scenario.Facts[random.Next(scenario.Facts.Count)];
            var told = Some(scenario, world, random).With(new ToldFact(wrong.Name, wrong.Values[random.Next(wrong.Values.Count)].Name));
            Assert.Equal(ScenarioOracle.EndIn(scenario, world), Walk(scenario, world, told.With(new ToldFact(wrong.Name, world[wrong.Name]))).Name);
        }
    }

    [Fact]
    public void What_was_told_is_not_asked()
    {
        var random = new Random(Seed);
        foreach (var (scenario, world) in Worlds())
        {
            var known = Some(scenario, world, random);
            Assert.False(scenario.Next(known) is Next.Asks asks && known[asks.Fact.Name] is not null, $"{scenario.Id}: {known}");
        }
    }

    private static IEnumerable<(Scenario Scenario, IReadOnlyDictionary<string, string> World)> Worlds() =>
        ShippedDialogs.Scenarios.All.SelectMany(ScenarioOracle.Worlds, (scenario, world) => (scenario, world));

    /// <summary>Some of the facts of a world, told in some order.</summary>
    private static Told Some(Scenario scenario, IReadOnlyDictionary<string, string> world, Random random)
    {
        var facts = scenario.Facts.ToArray();
        random.Shuffle(facts);
        return new Told([.. facts.Take(random.Next(facts.Length + 1)).Select(fact => new ToldFact(fact.Name, world[fact.Name], IsFromStory: true))]);
    }

    private static Outcome Walk(Scenario scenario, IReadOnlyDictionary<string, string> world, Told told)
    {
        for (var asked = 0; asked <= scenario.Facts.Count; asked++)
        {
            if (scenario.Next(told) is not Next.Asks next)
                return ((Next.Ends)scenario.Next(told)).Outcome;

            told = told.With(new ToldFact(next.Fact.Name, world[next.Fact.Name]));
        }

        throw new InvalidOperationException($"{scenario.Id} asks without end.");
    }
}
