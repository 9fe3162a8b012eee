using System.Globalization;
using PolicyBot.Acknowledgements;
using PolicyBot.Answers;
using PolicyBot.Dialogs;
using PolicyBot.Policies;

namespace PolicyBot.Commands;

/// <summary>Proves a policy's folder, or says what is wrong with it: file, line and what to do.</summary>
internal static class CheckPolicyCommand
{
    public static int Run(string path)
    {
        var (library, wrong) = PolicyLibrary.Load(path);
        var shelf = wrong.Count > 0 ? null : Bookshelf.Read(library.Policies);
        var check = shelf is { Mistakes.Count: 0 } ? new SelfCheck(library.Policies, shelf) : null;
        var (scenarios, wrongThere) = check is null ? (null, []) : check.Scenarios();
        var (_, wrongAsked) = Understandings.Read(library.Policies);
        IReadOnlyList<Mistake> mistakes = check is null ? shelf?.Mistakes ?? wrong : [.. check.Contradictions(), .. wrongThere, .. wrongAsked];
        foreach (var mistake in mistakes)
            Console.Error.WriteLine(mistake);

        if (check is null || mistakes.Count > 0)
            return new Command.Explain($"{mistakes.Count} to mend.", Command.Failed).Print();

        foreach (var policy in library.Policies)
            Console.WriteLine($"{policy.Id}: {policy.Title}, {policy.Clauses.Count} clauses. Nothing is wrong.");

        foreach (var line in library.Policies.SelectMany(HeldBackLines.Of))
            Console.WriteLine(line);

        Console.WriteLine(Walked(scenarios!));

        WorthALook(check);
        return Command.Done;
    }

    private static string Walked(Scenarios scenarios)
    {
        var paths = scenarios.All.SelectMany(ScenarioWalk.PathsOf).ToList();
        return $"{scenarios.All.Count} scenarios, {paths.Count} ways through them to {scenarios.All.Sum(scenario => scenario.Outcomes.Count)} ends. "
            + "Every way ends, cites a clause or says that the policy is silent, and permits nothing a clause forbids.";
    }

    private static void WorthALook(SelfCheck check)
    {
        foreach (var example in check.ToldAndWrong())
            Console.WriteLine($"Worth a look: {example}");

        foreach (var concept in check.UnusedConcepts())
            Console.WriteLine($"Worth a look: no rule asks for '{concept}' and no example holds it.");

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Of examples the bot was not told it answers {check.ShareRightUntold():P0} as their topic says."));
    }
}
