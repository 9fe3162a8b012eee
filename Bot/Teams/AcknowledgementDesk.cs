using System.Globalization;
using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Policies;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>
/// What acknowledging leaves in the register. Who acknowledges is the sender that the channel vouches for, never anything
/// that a card says.
/// </summary>
internal sealed class AcknowledgementDesk(IRegister register, PolicyLibrary library, Words words, ClubSettings club)
{
    public static string PersonOf(Activity activity) => activity.From?.EntraId ?? activity.From?.Id ?? "";

    public async Task<Errands> ErrandsAsync(
        Activity activity, Registered registered, IReadOnlyList<DialogReply> replies, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (person, policy) = (PersonOf(activity), registered.Policy);
        var before = await FindAsync(person, policy, cancellationToken);
        List<RegisterEvent> events = [.. registered.Events.Where(each => each is not RegisterEvent.Acknowledged || before is null).Select(each => Named(each, activity, now))];
        var receipt = before?.ReadEvent() ?? events.OfType<RegisterEvent.Acknowledged>().FirstOrDefault();
        return new Errands([.. replies.SelectMany(reply => Said(reply, receipt as RegisterEvent.Acknowledged, before?.At, now))])
        {
            Records = [.. events.Select(each => new RegisterRecord(person, policy.Id.Value, RegisterRecord.VersionOf(policy.TextHash), each, now))],
            Promises = events.OfType<RegisterEvent.WantsToTalk>().Any() && club.ManagerId is { } manager ? [Talk(manager, activity, policy, now)] : [],
        };
    }

    /// <summary>What somebody has acknowledged, at any time.</summary>
    public async Task<IReadOnlyList<DialogReply>> LookAsync(Activity activity, CancellationToken cancellationToken)
    {
        var theirs = await register.OfAsync(PersonOf(activity), cancellationToken);
        var lines = theirs.Select(entry => (entry, Signed: entry.ReadEvent() as RegisterEvent.Acknowledged)).Where(pair => pair.Signed is not null).Select(pair => $"- {words.Say(
            "acknowledging/record", ("title", Title(pair.entry.Item)), ("time", Time(pair.entry.At)), ("receipt", pair.Signed!.Receipt), ("statement", pair.Signed.Statement))}").ToList();
        return [new DialogReply.Says(lines.Count == 0 ? words.Say("acknowledging/no record") : $"{words.Say("acknowledging/records")}\n\n{string.Join('\n', lines)}")];
    }

    private async Task<RegisterEntry?> FindAsync(string person, Policy policy, CancellationToken cancellationToken) =>
        (await register.OfAsync(person, cancellationToken)).FirstOrDefault(entry =>
            entry.Kind == "acknowledged" && entry.Item == policy.Id.Value && entry.Version == RegisterRecord.VersionOf(policy.TextHash));

    private static RegisterEvent Named(RegisterEvent happened, Activity activity, DateTimeOffset now) => happened is RegisterEvent.Acknowledged signed
        ? signed with { Receipt = ReceiptNumber.Of(PersonOf(activity), signed.TextHash, now), Name = activity.From?.Name ?? "" }
        : happened;

    private IEnumerable<DialogReply> Said(DialogReply reply, RegisterEvent.Acknowledged? signed, DateTimeOffset? before, DateTimeOffset now) => reply switch
    {
        DialogReply.ShowsPolicy shows when before is { } at && signed is not null => [Already(shows.Policy, signed, at), Whole(shows.Policy, now)],
        DialogReply.ShowsPolicy shows => [Whole(shows.Policy, now)],
        DialogReply.Acknowledged done when before is { } at && signed is not null => [Already(done.Policy, signed, at)],
        DialogReply.Acknowledged done => [new DialogReply.Says(words.Say("acknowledging/done", ("title", done.Policy.Title), ("time", Time(now)), ("receipt", signed!.Receipt)).Trim())],
        DialogReply.WillTalk => [new DialogReply.Says(words.Say("acknowledging/will talk", ("manager", club.Manager)))],
        _ => [reply],
    };

    private DialogReply.Says Already(Policy policy, RegisterEvent.Acknowledged signed, DateTimeOffset at) =>
        new(words.Say("acknowledging/already", ("title", policy.Title), ("time", Time(at)), ("receipt", signed.Receipt)));

    private DialogReply.Says Whole(Policy policy, DateTimeOffset now) => new(words.Say("acknowledging/policy",
        ("title", policy.Title), ("club", policy.Club), ("status", StatusOf(policy, DateOnly.FromDateTime(SchoolTime.Of(now)))),
        ("link", club.PublicAddress is { } address ? $"{address}/policies/{policy.Id}" : ""), ("text", TextOf(policy))).Trim());

    private static string StatusOf(Policy policy, DateOnly today) => (ReviewStatus.IsOverdue(policy, today) ? "⚠ " : "") + ReviewStatus.Of(policy, today);

    /// <summary>Every clause word for word; a sentence that a list hangs on stands once, before the list.</summary>
    private static string TextOf(Policy policy) => string.Join('\n', policy.Clauses.Select((clause, i) => clause.LeadIn is null
        ? $"\n{clause.Text}"
        : (i > 0 && policy.Clauses[i - 1].LeadIn == clause.LeadIn ? "" : $"\n{clause.LeadIn}\n\n") + $"- {clause.Text}"));

    private Promise Talk(string manager, Activity activity, Policy policy, DateTimeOffset now) => new(
        new Recipient.Person(manager),
        new Activity { Type = ActivityTypes.Message, TextFormat = "markdown", Text = words.Say("acknowledging/for manager", ("name", Reply.Plain(activity.From?.Name ?? "")), ("title", policy.Title)) }, now)
    {
        Key = $"talk/{policy.Id}/{RegisterRecord.VersionOf(policy.TextHash)}/{PersonOf(activity)}",
    };

    private string Title(string item) => library.Policies.FirstOrDefault(policy => policy.Id.Value == item)?.Title ?? item;

    private static string Time(DateTimeOffset at) => SchoolTime.Of(at).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
