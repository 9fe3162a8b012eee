using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Policies;
using PolicyBot.Teams.Rounds;
using PolicyBot.Turns;

namespace PolicyBot.Teams;

/// <summary>
/// What acknowledging leaves in the register. Who acknowledges is the sender that the channel vouches for, never anything
/// that a card says.
/// </summary>
internal sealed class AcknowledgementDesk(IRegister register, RoundReader rounds, Words words, ClubSettings club)
{
    public static string PersonOf(Activity activity) => activity.From?.EntraId is { } id ? PersonId.Parse(id).Value : activity.From?.Id ?? "";

    public async Task<Errands> ErrandsAsync(
        Activity activity, Registered registered, IReadOnlyList<DialogReply> replies, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var signer = new Signer(PersonOf(activity), activity.From?.Name ?? "");
        var round = await rounds.OpenAsync(registered.Policy.Id.Value, cancellationToken);
        var isOfThisText = round?.Version == RegisterRecord.VersionOf(registered.Policy.TextHash);
        var registration = Registration.Of(registered.Policy, registered.Events, signer, await register.OfAsync(signer.Person, cancellationToken), isOfThisText ? round!.Id : null, now);
        return new Errands([.. replies.SelectMany(reply => Said(reply, registration, now))])
        {
            Records = [new Registrations(registration.Records)],
            Promises = registered.Events.OfType<RegisterEvent.WantsToTalk>().Any() && club.ManagerId is { } manager ? [Talk(manager, signer, registered.Policy, now)] : [],
        };
    }

    /// <summary>What somebody has acknowledged, at any time.</summary>
    public async Task<IReadOnlyList<DialogReply>> LookAsync(Activity activity, CancellationToken cancellationToken)
    {
        var theirs = await register.OfAsync(PersonOf(activity), cancellationToken);
        var lines = theirs.Select(entry => (entry, Signed: entry.ReadEvent() as RegisterEvent.Acknowledged)).Where(pair => pair.Signed is not null)
            .Select(pair => $"- {LineOf(pair.entry, pair.Signed!, Corrections.Of(pair.entry.Number, theirs))}").ToList();
        return [new DialogReply.Says(lines.Count == 0 ? words.Say("acknowledging/no record") : $"{words.Say("acknowledging/records")}\n\n{string.Join('\n', lines)}")];
    }

    private string LineOf(RegisterEntry entry, RegisterEvent.Acknowledged signed, RegisterEntry? correction)
    {
        var (title, time) = (rounds.TitleOf(entry.Item), SchoolTime.Written(entry.At));
        return correction?.ReadEvent() is RegisterEvent.Corrected corrected
            ? words.Say("acknowledging/record corrected", ("title", title), ("time", time), ("receipt", signed.Receipt),
                ("corrected", SchoolTime.Written(correction.At)), ("manager", club.Manager), ("reason", Reply.Plain(corrected.Reason.ReplaceLineEndings(" "))))
            : words.Say("acknowledging/record", ("title", title), ("time", time), ("receipt", signed.Receipt), ("statement", signed.Statement));
    }

    private IEnumerable<DialogReply> Said(DialogReply reply, Registration registration, DateTimeOffset now) => (reply, registration) switch
    {
        (DialogReply.ShowsPolicy shows, { Receipt: { } receipt, Before: { } at }) => [Already(shows.Policy, receipt, at), Whole(shows.Policy, now)],
        (DialogReply.ShowsPolicy shows, _) => [Whole(shows.Policy, now)],
        (DialogReply.Acknowledged done, { Receipt: { } receipt, Before: { } at }) => [Already(done.Policy, receipt, at)],
        (DialogReply.Acknowledged done, { Receipt: { } receipt }) => [Done(done, receipt, now)],
        (DialogReply.WillTalk, _) => [new DialogReply.Says(words.Say("acknowledging/will talk", ("manager", club.Manager)))],
        _ => [reply],
    };

    private DialogReply.Says Done(DialogReply.Acknowledged done, RegisterEvent.Acknowledged receipt, DateTimeOffset now)
    {
        var said = words.Say("acknowledging/done", ("title", done.Policy.Title), ("time", SchoolTime.Written(now)), ("receipt", receipt.Receipt)).Trim();
        return new DialogReply.Says(done.NotFor.Count == 0 ? said : $"{said} {words.Say("acknowledging/not for", ("titles", string.Join(", ", done.NotFor.Select(item => item.Title))))}");
    }

    private DialogReply.Says Already(Policy policy, RegisterEvent.Acknowledged signed, DateTimeOffset at) =>
        new(words.Say("acknowledging/already", ("title", policy.Title), ("time", SchoolTime.Written(at)), ("receipt", signed.Receipt)));

    private DialogReply.Says Whole(Policy policy, DateTimeOffset now) => new(words.Say("acknowledging/policy",
        ("title", policy.Title), ("club", policy.Club), ("status", StatusOf(policy, SchoolTime.DayOf(now))),
        ("link", club.PublicAddress is { } address ? $"{address}/policies/{policy.Id}" : ""), ("text", TextOf(policy))).Trim());

    private static string StatusOf(Policy policy, DateOnly today) => (ReviewStatus.IsOverdue(policy, today) ? "⚠ " : "") + ReviewStatus.Of(policy, today);

    /// <summary>Every clause word for word; a sentence that a list hangs on stands once, before the list.</summary>
    private static string TextOf(Policy policy) => string.Join('\n', policy.Clauses.Select((clause, i) => clause.LeadIn is null
        ? $"\n{clause.Text}"
        : (i > 0 && policy.Clauses[i - 1].LeadIn == clause.LeadIn ? "" : $"\n{clause.LeadIn}\n\n") + $"- {clause.Text}"));

    private Promise Talk(string manager, Signer signer, Policy policy, DateTimeOffset now) => new(
        new Recipient.Person(manager),
        new Activity { Type = ActivityTypes.Message, TextFormat = "markdown", Text = words.Say("acknowledging/for manager", ("name", Reply.Plain(signer.Name)), ("title", policy.Title)) }, now)
    {
        Key = $"talk/{policy.Id}/{RegisterRecord.VersionOf(policy.TextHash)}/{signer.Person}",
    };
}
