using System.Globalization;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;
using PolicyBot.Teams.Rounds;

namespace PolicyBot.Commands;

/// <summary>Rounds of acknowledgements from the command line. The bot that runs sends what is promised here.</summary>
internal sealed class RoundCommand(RoundDesk desk, RoundViews views, TimeProvider clock)
{
    /// <summary>More names at once nobody reads; the report has them all.</summary>
    private const int Bar = 40, MostNames = 40;

    public Task<int> RunAsync(Command.Rounds wanted) => Command.WithDatabaseAsync(async () =>
    {
        if (desk.PolicyOf(wanted.Policy) is not { } policy)
            return Unknown(wanted.Policy, desk.Policies).Print();

        return wanted.What switch
        {
            "preview" => await PreviewAsync(policy),
            "start" => await StartAsync(policy),
            "paper" => await PaperAsync(policy, wanted.Words),
            "exempt" => await EnterAsync(policy, wanted.Words[0], new RegisterEvent.Exempted(Command.By, string.Join(' ', wanted.Words.Skip(1)))),
            _ => await desk.OpenAsync(policy, CancellationToken.None) is { } round ? await OfAsync(policy, round, wanted) : None(policy),
        };
    });

    private async Task<int> OfAsync(Policy policy, Round round, Command.Rounds wanted)
    {
        switch (wanted.What)
        {
            case "remind":
                var reminded = await desk.RemindAsync(round, wanted.Words is [var person] ? person : null, CancellationToken.None);
                Console.WriteLine($"{reminded:N0} reminded now, or when the school opens.");
                return reminded > 0 ? Command.Done : Command.Failed;
            case "pause" or "resume" or "stop":
                return await SteerAsync(policy, round, wanted.What switch { "pause" => RoundState.Paused, "resume" => RoundState.Running, _ => RoundState.Stopped });
            default:
                Print(await views.StatusAsync(policy, round, CancellationToken.None));
                return Command.Done;
        }
    }

    private async Task<int> PreviewAsync(Policy policy)
    {
        if (await views.PreviewAsync(policy, Command.By, CancellationToken.None) is not { } preview)
            return NoRoster();

        Console.WriteLine($"{policy.Title}: {preview.People:N0} people would be asked, {preview.OnLeave:N0} of them once they are back from leave.");
        if (preview is { First: { } first, Last: { } last })
            Console.WriteLine($"The first is written to on {SchoolTime.Written(first)}, the last on {SchoolTime.Written(last)}, in school time only.");
        if (preview.Open is { } open)
            Console.WriteLine($"It takes the place of the round of {SchoolTime.Written(open.StartedAt)}.");
        PrintLost(policy, [.. preview.NotReachable.Select(lost => (lost.Person.Name, lost.Why))]);
        Console.WriteLine($"Nothing was sent. To start: policybot round start {policy.Id}");
        return Command.Done;
    }

    private async Task<int> StartAsync(Policy policy)
    {
        if (await views.PreviewAsync(policy, Command.By, CancellationToken.None) is null)
            return NoRoster();

        var round = await desk.StartAsync(policy, Command.By, Round.ByHand, Draw, CancellationToken.None);
        Console.WriteLine();
        if (round is null)
            return new Command.Explain($"Somebody else has just started one. See policybot round status {policy.Id}.", Command.Failed).Print();

        Print(await views.StatusAsync(policy, round, CancellationToken.None));
        return Command.Done;
    }

    private async Task<int> SteerAsync(Policy policy, Round round, RoundState to)
    {
        var after = await desk.SteerAsync(round, to, Command.By, CancellationToken.None);
        Print(await views.StatusAsync(policy, after ?? round, CancellationToken.None));
        return after is null ? Command.Failed : Command.Done;
    }

    private async Task<int> PaperAsync(Policy policy, IReadOnlyList<string> words)
    {
        if (!DateOnly.TryParseExact(words[1], ["yyyy-MM-dd", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day > SchoolTime.Today(clock))
            return new Command.Explain($"'{words[1]}' is no day on which it was signed. Write it as 2026-09-02, not later than today.", Command.BadUsage).Print();

        return await EnterAsync(policy, words[0], new RegisterEvent.SignedOnPaper(day, Command.By, string.Join(' ', words.Skip(2))));
    }

    private async Task<int> EnterAsync(Policy policy, string person, RegisterEvent happened)
    {
        var isEntered = await desk.EnterAsync(policy, person, happened, CancellationToken.None);
        Console.WriteLine(isEntered ? "It is entered in the register." : $"Nobody on the roster has the id '{person}'. See policybot roster show.");
        return isEntered ? Command.Done : Command.Failed;
    }

    private static void Print(RoundStatus status)
    {
        var count = status.Count;
        Console.WriteLine($"{status.Policy.Title}, round of {SchoolTime.Written(status.Round.StartedAt)}, started by {status.Round.StartedBy}: {status.Round.State.ToString().ToLowerInvariant()}");
        Console.WriteLine($"{count.Of(MemberState.Acknowledged):N0} of {count.People:N0} have confirmed. Written to: {count.Asked:N0}. Delivered: {count.Delivered:N0}.{(count.Seen > 0 ? $" Seen, as far as Teams says: {count.Seen:N0}." : "")}");
        foreach (var state in Enum.GetValues<MemberState>().Where(state => count.Of(state) > 0))
            Console.WriteLine($"  {state,-14}{count.Of(state),9:N0}");
        PrintLost(status.Policy, [.. status.Missing.Where(pair => pair.Member.State is MemberState.NotReachable).Select(pair => (pair.Person.Name, pair.Member.Reason ?? ""))]);
    }

    private static void PrintLost(Policy policy, IReadOnlyList<(string Name, string Why)> lost)
    {
        foreach (var (name, why) in lost.Take(MostNames))
            Console.WriteLine($"Cannot be reached: {name}: {Refusal.Said(why)}");
        if (lost.Count > MostNames)
            Console.WriteLine($"… and {lost.Count - MostNames:N0} more. For all of them: policybot register report {policy.Id} people.xlsx");
    }

    public static void Draw(int done, int all)
    {
        var filled = all == 0 ? Bar : (int)((long)Bar * done / all);
        Console.Write($"\r[{new string('#', filled)}{new string('.', Bar - filled)}] {done:N0} of {all:N0} people");
    }

    public static Command.Explain Unknown(string? id, IReadOnlyList<Policy> policies)
    {
        var ids = string.Join(", ", policies.Select(policy => policy.Id.Value));
        return new Command.Explain(id is null ? $"Say which policy: {ids}." : $"There is no policy '{id}'. There are: {ids}.", Command.BadUsage);
    }

    private static int NoRoster() => new Command.Explain("The roster is empty. Bring it in first: policybot roster import FILE.", Command.Failed).Print();

    private static int None(Policy policy) => new Command.Explain($"No round of {policy.Title} is open. To see what one would do: policybot round preview {policy.Id}", Command.Failed).Print();
}
