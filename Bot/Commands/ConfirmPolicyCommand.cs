using PolicyBot.Acknowledgements;
using PolicyBot.Policies;

namespace PolicyBot.Commands;

/// <summary>A person says that what was written for a clause still fits it.</summary>
internal static class ConfirmPolicyCommand
{
    public static int Run(Command.ConfirmPolicy wanted, TextWriter shown)
    {
        var (library, mistakes) = PolicyLibrary.Load(wanted.Folder);
        if (library.Policies is not [var policy] || mistakes.Count > 0)
            return new Command.Explain(mistakes.Count > 0 ? string.Join('\n', mistakes)
                : $"{wanted.Folder} holds several policies. Give the folder of one.", Command.Failed).Print();

        var held = policy.HeldBack;
        if (wanted.Clauses.FirstOrDefault(id => held.Clauses.All(each => each.Id != id)) is { } other)
            return new Command.Explain($"'{other}' is not held back.{(held.Clauses.Count > 0 ? $" Held back: {string.Join(", ", held.Clauses.Select(each => each.Id))}." : "")}", Command.Failed).Print();

        var chosen = held.Clauses.Where(each => wanted.Clauses.Count == 0 || wanted.Clauses.Contains(each.Id)).ToList();
        var confirmed = chosen.Where(each => each.Why is HeldWhy.Changed).ToList();
        if (confirmed.Count > 0 && Refused(policy, confirmed) is { } fault)
            return new Command.Explain(fault, Command.Failed).Print();

        Say(policy, confirmed, [.. chosen.Except(confirmed)], shown);
        return chosen.Count == confirmed.Count ? Command.Done : Command.Failed;
    }

    /// <returns>What would keep the bot from starting, or null with the clauses taken off the list.</returns>
    private static string? Refused(Policy policy, List<HeldClause> confirmed)
    {
        var after = new HeldBack([.. policy.HeldBack.Clauses.Except(confirmed)]);
        var (_, before) = Understandings.Read([policy]);
        var (_, mistakes) = Understandings.Read([policy with { HeldBack = after }]);
        if (mistakes.Count > before.Count)
            return $"Not yet: {string.Join('\n', mistakes.Except(before))}";

        HeldBackFile.Write(policy.Folder, after);
        return null;
    }

    private static void Say(Policy policy, List<HeldClause> confirmed, List<HeldClause> left, TextWriter shown)
    {
        foreach (var clause in confirmed)
            shown.WriteLine($"{clause.Id}: what is written for it is used again, with the clause as it now reads:\n  {policy.Find(ClauseId.Parse(clause.Id))!.Whole.ReplaceLineEndings("\n  ")}");
        foreach (var line in HeldBackLines.Of(policy with { HeldBack = new HeldBack(left) }))
            shown.WriteLine(line);
        if (confirmed.Count + left.Count == 0)
            shown.WriteLine("Nothing is held back.");
    }
}
