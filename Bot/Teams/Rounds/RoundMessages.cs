using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.BotFramework;
using PolicyBot.Policies;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Teams.Rounds;

/// <summary>What a round says: to whoever is asked, and to the manager.</summary>
internal sealed class RoundMessages(Words words, ClubSettings club, PolicyLibrary library, CardPrinter printer)
{
    public string? ManagerId => club.ManagerId;

    public Policy? PolicyOf(Round round) => library.Policies.FirstOrDefault(policy => policy.Id.Value == round.Policy);

    /// <summary>The bot writes first: what it wants, how long that takes, and where the policy can be read.</summary>
    public Activity For(Round round, LadderStep step, DateTimeOffset now) => printer.Message(CardFor(round, step, now));

    public QuestionCard CardFor(Round round, LadderStep step, DateTimeOffset now)
    {
        var policy = PolicyOf(round) ?? throw new InvalidOperationException($"The policy of round {round.Id} is not in the library.");
        var link = club.PublicAddress is { } address ? words.Say("rounds/link", ("link", $"{address}/policies/{policy.Id}")) : "";
        return new QuestionCard(policy.Title, words.Say(round.Trigger == Round.NewVersion && step.Kind is StepKind.Issue ? "rounds/changed" : KeyOf(step.Kind), ("title", policy.Title), ("club", policy.Club), ("manager", club.Manager)).Trim(),
            [new CardButton(words.Say("rounds/begin"), DialogButtons.Acknowledge(round.Policy))], new CardButton(words.Say("walk/unsafe"), DialogButtons.Unsafe()))
        {
            Note = $"{ReviewStatus.Of(policy, SchoolTime.DayOf(now))} {link}".Trim(),
        };
    }

    /// <summary>To the manager, once a day: somebody's due day has passed.</summary>
    public Activity Overdue(Round round) => new()
    {
        Type = ActivityTypes.Message,
        TextFormat = "markdown",
        Text = words.Say("rounds/overdue", ("title", PolicyOf(round)?.Title ?? round.Policy)),
    };

    private static string KeyOf(StepKind step) => step switch
    {
        StepKind.Issue => "rounds/issue",
        StepKind.Due => "rounds/due",
        StepKind.Weekly => "rounds/weekly",
        _ => "rounds/reminder",
    };
}
