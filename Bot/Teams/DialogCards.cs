using System.Text.Json.Nodes;
using PolicyBot.Answers;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Policies;
using PolicyBot.Questions;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Teams;

/// <summary>What a dialog says, as cards.</summary>
internal sealed class DialogCards(Words words, SafeguardingReply safeguarding, QuestionCards questions, AcknowledgeCards acknowledging, DeskCards desk)
{
    private const int LongestQuestion = 1_000;

    private ClubSettings Club => questions.Club;

    /// <returns>The card; null for what is said in words alone.</returns>
    public Card? Of(DialogReply reply) => reply switch
    {
        DialogReply.Asks asks => Question(asks),
        DialogReply.Chooses chooses => Question(chooses),
        DialogReply.Ends ends => End(ends),
        DialogReply.Route route => safeguarding.Card(route.Concern),
        DialogReply.Offers offers => Note(words.Say("walk/offer", ("title", offers.Opening.Scenario.Title)), null,
            words.Say("walk/offer button"), DialogButtons.Begin(offers.Opening.Scenario, offers.Opening.Told)),
        DialogReply.OffersManager offers when Club.ManagerId is not null => Note(words.Say("passing on/offer"), null,
            words.Say("passing on/offer button"), DialogButtons.PassOn(Cut(offers.Question), offers.Policy)),
        DialogReply.Drafts drafts => Draft(drafts),
        DialogReply.AsksToAcknowledge asked => acknowledging.Of(asked, Said(asked.Note), Unsafe),
        DialogReply.ShowsQuestion shows => questions.ForManager(shows.Question),
        DialogReply.Sent => new NoteCard(words.Say("passing on/sent", ("manager", Club.Manager))),
        DialogReply.Over { Scenario: { } scenario } over => Note(Said(over.Note) ?? "", scenario.Title, words.Say("walk/begin button"), DialogButtons.Begin(scenario, Told.Nothing)),
        _ => desk.Of(reply),
    };

    public Activity Repeated(PassedQuestion question) => questions.Repeated(question);

    private DraftCard Draft(DialogReply.Drafts drafts) => new(
        words.Say("passing on/title"), words.Say("passing on/intro"), drafts.Progress.Text ?? "",
        new CardButton(words.Say("passing on/send"), DialogButtons.Send(drafts.Progress, isAnonymous: false)),
        new CardButton(words.Say("passing on/send without name"), DialogButtons.Send(drafts.Progress, isAnonymous: true)),
        new CardButton(words.Say("walk/cancel"), DialogButtons.Steer(drafts.Progress, Steering.Cancel)))
    {
        Note = Said(drafts.Note),
    };

    /// <summary>A card carries it twice, and takes 28 KB. Whoever asks sees what is left of it, and can add to it.</summary>
    private static string Cut(string question) => question.Length <= LongestQuestion ? question : $"{question[..LongestQuestion]}…";

    private QuestionCard Question(DialogReply.Asks asks) => new(asks.Scenario.Title, asks.Again ? asks.Fact.Again : asks.Fact.Question,
        [.. asks.Fact.Values.Select(value => new CardButton(value.Label, DialogButtons.Answer(asks.Progress, asks.Fact.Name, value.Name)))], Unsafe)
    {
        Note = Said(asks.Note),
        Told = Facts(asks.Scenario, asks.Progress.Told),
        Change = [.. asks.Progress.Facts.Select(told => new CardButton(
            words.Say("walk/change", ("fact", asks.Scenario.Fact(told.Fact).Label)), DialogButtons.Steer(asks.Progress, Steering.Change, told.Fact)))],
        More = Steerings(asks.Progress, [Steering.Back, Steering.StartAgain, Steering.Cancel]),
    };

    private QuestionCard Question(DialogReply.Chooses chooses) => new(
        null, chooses.Progress.Question is { Length: > 0 } question ? question : words.Say("walk/not sure what you mean"),
        [.. chooses.Progress.Choices.Select((choice, i) => new CardButton(choice.Label, DialogButtons.Choice(chooses.Progress, i)))], Unsafe)
    {
        Note = Said(chooses.Note),
        More = Steerings(chooses.Progress, [Steering.Cancel]),
    };

    private EndCard End(DialogReply.Ends ends) => new(ends.Scenario.Title, ends.Outcome.Wording.Verdict, ends.Outcome.Wording.Explanation, Unsafe)
    {
        Note = Said(ends.Note),
        Told = Facts(ends.Scenario, ends.Told),
        Change = [.. ends.Told.Select(told => new CardButton(
            words.Say("walk/change", ("fact", ends.Scenario.Fact(told.Fact).Label)), DialogButtons.Begin(ends.Scenario, ends.Told, told.Fact)))],
        Steps = ends.Outcome.Steps,
        Say = ends.Outcome.Say,
        Clauses = [.. ends.Outcome.Clauses.Select(clause => Quoted(ends.Scenario.Policy, clause))],
        Near = ends.Outcome.Verdict is Verdict.None && ends.Outcome.Clauses.Count > 0 ? words.Say("nearest") : null,
        Ask = ends.Outcome.Contact ?? Club.Manager,
        PassOn = ends.Outcome.AsksManager && Club.ManagerId is not null
            ? new CardButton(words.Say("passing on/offer button"), DialogButtons.PassOn(ends.Scenario, ends.Told))
            : null,
        More = [new CardButton(words.Say("walk/start again"), DialogButtons.Begin(ends.Scenario, Told.Nothing))],
    };

    private QuotedClause Quoted(Policy policy, Clause clause) => new(
        clause.LeadIn is { } leadIn ? $"{leadIn}\n\n{clause.Text}" : clause.Text,
        $"{policy.Title}: {clause.Id.Value.Replace('-', ' ')}",
        Club.PublicAddress is { } address ? $"{address}/policies/{policy.Id}#{clause.Id}" : null);

    private static List<CardFact> Facts(Scenario scenario, Told told) =>
        [.. told.Select(each => (fact: scenario.Fact(each.Fact), each.Value)).Select(each => new CardFact(each.fact.Label, each.fact.Value(each.Value)!.Short))];

    private List<CardButton> Steerings(Progress progress, IReadOnlyList<Steering> steerings) =>
        [.. steerings.Select(steering => new CardButton(words.Say(steering switch
        {
            Steering.Back => "walk/back",
            Steering.StartAgain => "walk/start again",
            _ => "walk/cancel",
        }), DialogButtons.Steer(progress, steering)))];

    private CardButton Unsafe => new(words.Say("walk/unsafe"), DialogButtons.Unsafe());

    private static NoteCard Note(string text, string? title, string label, JsonObject data) =>
        new(text) { Title = title, Buttons = [new CardButton(label, data)] };

    private string? Said(Note note) => note switch
    {
        Dialogs.Note.Stale => words.Say("walk/stale"),
        Dialogs.Note.Resumed => words.Say("walk/resumed"),
        Dialogs.Note.NotUnderstood => words.Say("walk/not understood"),
        Dialogs.Note.NotUnderstoodAgain => words.Say("walk/not understood again"),
        Dialogs.Note.FirstQuestion => words.Say("walk/first question"),
        Dialogs.Note.Corrected => words.Say("walk/corrected"),
        Dialogs.Note.StartedAgain => words.Say("walk/started again"),
        Dialogs.Note.TakenOut => words.Say("passing on/taken out"),
        Dialogs.Note.NothingWritten => words.Say("passing on/nothing written"),
        Dialogs.Note.NotChecked => words.Say("passing on/not checked"),
        Dialogs.Note.ContentChanged => words.Say("walk/content changed"),
        Dialogs.Note.Ended => words.Say("walk/ended"),
        _ => null,
    };
}
