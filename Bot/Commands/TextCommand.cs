using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Policies;
using PolicyBot.Teams.Texts;

namespace PolicyBot.Commands;

/// <summary>A policy has another text: what is different, and what the manager says it is.</summary>
internal sealed class TextCommand(TextDesk desk, TimeProvider clock)
{
    public Task<int> RunAsync(Command.Texts wanted) => Command.WithDatabaseAsync(async () =>
    {
        if (desk.PolicyOf(wanted.Policy) is not { } policy)
            return RoundCommand.Unknown(wanted.Policy, desk.Policies).Print();

        if (await desk.KeepAsync(policy, clock.GetUtcNow(), CancellationToken.None) is not { } news) // The bot may not have run yet with this text.
        {
            Console.WriteLine($"{policy.Title}: what people have confirmed is the text the bot has. Nothing waits to be decided.");
            return wanted.What == "changes" ? Command.Done : Command.Failed;
        }

        return wanted.What == "changes" ? Show(news) : await SettleAsync(news, wanted.What == "corrected", wanted.Reason);
    });

    private async Task<int> SettleAsync(TextNews news, bool isCorrection, string reason)
    {
        var (isKept, round) = await desk.SettleAsync(news, isCorrection, Command.By, reason, clock.GetUtcNow(), RoundCommand.Draw, CancellationToken.None);
        if (!isKept)
            return new Command.Explain("Somebody else has just said what this text is. See policybot round changes.", Command.Failed).Print();

        Console.WriteLine(round is null
            ? $"{news.After.Title}: entered as a correction. What people have confirmed stands."
            : $"{Environment.NewLine}{news.After.Title}: entered, and a round has begun. Whoever confirmed the text before is asked about what is different. See policybot round status {news.After.Id}");
        return Command.Done;
    }

    private static int Show(TextNews news)
    {
        Console.WriteLine($"{news.After.Title}: the bot has another text than the one people have confirmed.");
        foreach (var change in news.Changes)
            Show(change);

        if (news.Changes.Count == 0)
            Console.WriteLine("No clause is different, only the text around them.");

        Console.WriteLine($"""

            Nobody is asked again until you say what it is:
            policybot round corrected {news.After.Id} WHY   a slip of the pen: what was confirmed stands
            policybot round changed {news.After.Id} WHY     another meaning: everybody is asked, about what is different where they confirmed the text before
            """);
        return Command.Done;
    }

    private static void Show(ClauseChange change)
    {
        Console.WriteLine();
        Console.WriteLine($"{change.Id}{(change.Before is null ? " (new)" : change.After is null ? " (no longer there)" : "")}");
        Say("before", change.Before);
        Say("now", change.After);
    }

    private static void Say(string when, Clause? clause)
    {
        if (clause is not null)
            Console.WriteLine($"  {when,-8}{clause.Whole.ReplaceLineEndings($"{Environment.NewLine}          ")}");
    }
}
