using PolicyBot.Policies;
using PolicyBot.Reviews;
using PolicyBot.Teams.Reviews;
using PolicyBot.Turns;

namespace PolicyBot.Commands;

/// <summary>Where the reviews of the policies stand, and what came of them.</summary>
internal sealed class ReviewCommand(ReviewDesk desk, ReviewSteering steering, ReviewLadder ladder, ReviewPage page)
{
    private static CancellationToken None => CancellationToken.None;

    public Task<int> RunAsync(Command.Reviews wanted) => Command.WithDatabaseAsync(async () => (await TryAsync(wanted)).Print());

    private async Task<Command.Explain> TryAsync(Command.Reviews wanted)
    {
        var all = await desk.AllAsync(None);
        if (wanted.Policy is null)
            return new Command.Explain(string.Join($"{Environment.NewLine}{Environment.NewLine}", await Task.WhenAll(all.Select(ShowAsync))), Command.Done);
        if (all.FirstOrDefault(each => each.Policy.Id.Value == wanted.Policy) is not { } standing)
            return RoundCommand.Unknown(wanted.Policy, [.. all.Select(each => each.Policy)]);

        return wanted.What switch
        {
            "later" => await LaterAsync(standing, wanted.Words[0]),
            "give" => Said(await steering.GiveAsync(standing, string.Join(' ', wanted.Words), Command.By, None), given => $"The review is given to {given.Name}, who hears of it in school time."),
            "unchanged" => Said(await steering.UnchangedAsync(standing, new ReviewEntry(string.Join(' ', wanted.Words.Skip(1)), wanted.On ?? SchoolTime.Written(SchoolTime.DayOf(steering.Now)), wanted.Words[0]), Command.By, None),
                done => $"Entered. The {standing.Policy.Title} is next to be reviewed on {SchoolTime.Written(done.Next!.Value)}. What people have confirmed stands."),
            "pack" => await PackAsync(standing, wanted.Words[0]),
            _ => new Command.Explain(await ShowAsync(standing), Command.Done),
        };
    }

    private async Task<string> ShowAsync(ReviewStanding standing)
    {
        var (policy, review, today) = (standing.Policy, standing.Review, SchoolTime.DayOf(steering.Now));
        List<string> lines =
        [
            $"{policy.Title}: {ReviewStatus.Of(policy, today)}",
            policy is { Reviewed: null, ReviewDue: { IsAssumed: true } due } ? $"  The policy names no day; taken as {SchoolTime.Written(due.Day)}." : "",
            review.Prompts == 0 ? "  Nobody was prompted yet." : $"  Prompted {review.Prompts} times, last on {SchoolTime.Written(review.LastPrompted!.Value)}.",
            review.Owner is { } owner ? $"  {owner.Name} is reviewing it." : "",
            $"  Next prompt: {(ladder.NextPrompt(review) is var next && next > today ? SchoolTime.Written(next) : "as soon as the school is open")}.",
            .. (await desk.BroughtAsync(review, None)).Select(each => $"  {each.Errand.Kind} to {each.Errand.Person}: {Fared(each)}"),
        ];
        return string.Join(Environment.NewLine, lines.Where(line => line.Length > 0));
    }

    private static string Fared(KnownErrand errand) => errand.State switch
    {
        ErrandState.Done => $"done on {SchoolTime.Written(errand.At)}",
        ErrandState.Refused => $"refused ({errand.Code}). {errand.Sentence}",
        ErrandState.Cancelled => "not needed any more",
        _ => errand.Sentence is { } why ? $"tried {errand.Attempts} times. {why}" : "waiting",
    };

    private async Task<Command.Explain> LaterAsync(ReviewStanding standing, string days)
    {
        if (!int.TryParse(days, out var number) || number is < 1 or > 365)
            return new Command.Explain($"'{days}' is no number of days from 1 to 365.", Command.BadUsage);

        return await steering.LaterAsync(standing, number, Command.By, None) is { } until
            ? new Command.Explain($"It is spoken of again on {SchoolTime.Written(until)}. It stays due when it was.", Command.Done)
            : Raced;
    }

    private async Task<Command.Explain> PackAsync(ReviewStanding standing, string path)
    {
        if (!path.EndsWith(".html", StringComparison.OrdinalIgnoreCase))
            return new Command.Explain($"'{path}' does not end in .html: the pack is a page to print.", Command.BadUsage);
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            return new Command.Explain($"There is no folder for {path}.", Command.BadUsage);

        await File.WriteAllTextAsync(path, PageFrame.Around($"Review of the {standing.Policy.Title}", await page.HtmlAsync(standing, None)), None);
        return new Command.Explain($"What the review of the {standing.Policy.Title} needs is in {path}.", Command.Done);
    }

    private static Command.Explain Said(ReviewEntered entered, Func<ReviewEntered, string> done) => entered switch
    {
        { Wrong: { } wrong } => new Command.Explain(wrong, Command.BadUsage),
        { IsKept: true } => new Command.Explain(done(entered), Command.Done),
        _ => Raced,
    };

    private static Command.Explain Raced => new("Somebody else has just changed this review. See policybot review.", Command.Failed);
}
