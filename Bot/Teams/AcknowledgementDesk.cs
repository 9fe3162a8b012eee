using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Acknowledgements.Versions;
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
internal sealed class AcknowledgementDesk(IRegister register, RoundReader rounds, ITextBook texts, PolicyWords words)
{
    public static string PersonOf(Activity activity) => activity.From?.EntraId is { } id ? PersonId.Parse(id).Value : activity.From?.Id ?? "";

    public async Task<Paperwork> PaperworkAsync(
        Activity activity, Registered registered, IReadOnlyList<DialogReply> replies, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (policy, signer) = (registered.Policy, new Signer(PersonOf(activity), activity.From?.Name ?? ""));
        var round = await rounds.OpenAsync(policy.Id.Value, cancellationToken);
        var same = (await texts.HistoryAsync(policy.Id.Value, cancellationToken)).SameAs(RegisterRecord.VersionOf(policy));
        var registration = Registration.Of(policy, registered.Events, signer, await register.OfAsync(signer.Person, cancellationToken), same, round?.Id, now);
        return new Paperwork([.. replies.SelectMany(reply => Said(reply, registration, now))])
        {
            Records = [new Registrations(registration.Records)],
            Promises = registered.Events.OfType<RegisterEvent.WantsToTalk>().Any() && words.ManagerId is { } manager ? [Talk(manager, signer, policy, now)] : [],
        };
    }

    /// <summary>
    /// Whoever confirmed the text before the last change of meaning is asked about what is different. In a round of the year
    /// everybody reads the whole again.
    /// </summary>
    public async Task<IReadOnlyList<ChangedClauses>> ChangedAsync(Activity activity, CancellationToken cancellationToken)
    {
        var (theirs, found) = (new Lazy<Task<IReadOnlyList<RegisterEntry>>>(() => register.OfAsync(PersonOf(activity), cancellationToken)), new List<ChangedClauses>());
        foreach (var policy in rounds.Library.Policies)
        {
            var history = await texts.HistoryAsync(policy.Id.Value, cancellationToken);
            if (history.MeaningOf(RegisterRecord.VersionOf(policy)) is { } change && await rounds.OpenAsync(policy.Id.Value, cancellationToken) is null or { Trigger: Round.NewVersion }
                && SignatureIn(await theirs.Value, policy, history.SameAs(change.From)) is { } signed
                && (await texts.FindAsync(policy.Id.Value, change.From, cancellationToken))?.Read() is { } before)
                found.Add(new ChangedClauses(policy, ClauseChange.Between(before, policy), change.Reason, (signed.ReadEvent() as RegisterEvent.Acknowledged)?.Receipt, signed.At));
        }

        return found;
    }

    /// <summary>What somebody has acknowledged, at any time.</summary>
    public async Task<IReadOnlyList<DialogReply>> LookAsync(Activity activity, CancellationToken cancellationToken)
    {
        var theirs = await register.OfAsync(PersonOf(activity), cancellationToken);
        return [words.Record([.. theirs.Select(entry => (Entry: entry, Signed: entry.ReadEvent() as RegisterEvent.Acknowledged)).Where(each => each.Signed is not null)
            .Select(each => new Confirmed(rounds.TitleOf(each.Entry.Item), each.Entry.At, each.Signed!, Corrections.Of(each.Entry.Number, theirs)))])];
    }

    /// <summary>What is different from the text that somebody confirmed.</summary>
    public async Task<IReadOnlyList<DialogReply>> LookAtChangesAsync(Activity activity, CancellationToken cancellationToken) =>
        await ChangedAsync(activity, cancellationToken) is { Count: > 0 } changed ? [.. changed.Select(words.Different)] : [words.NothingDifferent];

    /// <summary>The last that counts, in Teams or on paper.</summary>
    private static RegisterEntry? SignatureIn(IReadOnlyList<RegisterEntry> theirs, Policy policy, IReadOnlySet<string> versions) => Corrections.Counting(theirs)
        .LastOrDefault(entry => entry.Kind is "acknowledged" or "signed-on-paper" && entry.Item == policy.Id.Value && versions.Contains(entry.Version));

    private IEnumerable<DialogReply> Said(DialogReply reply, Registration registration, DateTimeOffset now) => (reply, registration) switch
    {
        (DialogReply.ShowsPolicy shows, { Receipt: { } receipt, Before: { } at }) => [words.Already(shows.Policy, receipt, at), Shown(shows, now)],
        (DialogReply.ShowsPolicy shows, _) => [Shown(shows, now)],
        (DialogReply.Acknowledged done, { Receipt: { } receipt, Before: { } at }) => [words.Already(done.Policy, receipt, at)],
        (DialogReply.Acknowledged done, { Receipt: { } receipt }) => [words.Done(done, receipt, now)],
        (DialogReply.WillTalk, _) => [words.WillTalk],
        _ => [reply],
    };

    private DialogReply.Says Shown(DialogReply.ShowsPolicy shows, DateTimeOffset now) =>
        shows.Changed is { } changed ? words.Different(changed) : words.Whole(shows.Policy, now);

    private Promise Talk(string manager, Signer signer, Policy policy, DateTimeOffset now) => new(
        new Recipient.Person(manager),
        new Activity { Type = ActivityTypes.Message, TextFormat = "markdown", Text = words.ForManager(signer, policy) }, now)
    {
        Key = $"talk/{policy.Id}/{RegisterRecord.VersionOf(policy)}/{signer.Person}",
    };
}
