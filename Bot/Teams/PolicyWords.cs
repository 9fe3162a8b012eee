using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Dialogs;
using PolicyBot.Policies;

namespace PolicyBot.Teams;

/// <summary>What somebody has confirmed.</summary>
/// <param name="Correction">The entry by which it no longer counts; null where it does.</param>
internal sealed record Confirmed(string Title, DateTimeOffset At, RegisterEvent.Acknowledged Signed, RegisterEntry? Correction);

/// <summary>A policy as somebody reads it in the chat who acknowledges it: whole, or what is different, and what they have confirmed.</summary>
internal sealed class PolicyWords(Words words, ClubSettings club)
{
    public string? ManagerId => club.ManagerId;

    public DialogReply.Says Whole(Policy policy, DateTimeOffset now) => new(words.Say("acknowledging/policy",
        ("title", policy.Title), ("club", policy.Club), ("status", StatusOf(policy, SchoolTime.DayOf(now))), ("link", LinkTo(policy)), ("text", TextOf(policy))).Trim());

    public DialogReply.Says Different(ChangedClauses changed) => new(words.Say("acknowledging/different",
        ("title", changed.Policy.Title), ("time", SchoolTime.Written(changed.ConfirmedAt)), ("reason", Reply.Plain(changed.Reason)),
        ("link", LinkTo(changed.Policy)), ("changes", string.Join("\n\n", changed.Changes.Select(Line)))).Trim());

    public DialogReply.Says Done(DialogReply.Acknowledged done, RegisterEvent.Acknowledged receipt, DateTimeOffset now)
    {
        var said = words.Say("acknowledging/done", ("title", done.Policy.Title), ("time", SchoolTime.Written(now)), ("receipt", receipt.Receipt)).Trim();
        return new DialogReply.Says(done.NotFor.Count == 0 ? said : $"{said} {words.Say("acknowledging/not for", ("titles", string.Join(", ", done.NotFor.Select(item => item.Title))))}");
    }

    public DialogReply.Says Already(Policy policy, RegisterEvent.Acknowledged signed, DateTimeOffset at) =>
        new(words.Say("acknowledging/already", ("title", policy.Title), ("time", SchoolTime.Written(at)), ("receipt", signed.Receipt)));

    public DialogReply.Says NothingDifferent => new(words.Say("acknowledging/nothing different"));

    public DialogReply.Says WillTalk => new(words.Say("acknowledging/will talk", ("manager", club.Manager)));

    public string ForManager(Signer signer, Policy policy) => words.Say("acknowledging/for manager", ("name", Reply.Plain(signer.Name)), ("title", policy.Title));

    public DialogReply.Says Record(IReadOnlyList<Confirmed> confirmed) => new(confirmed.Count == 0
        ? words.Say("acknowledging/no record")
        : $"{words.Say("acknowledging/records")}\n\n{string.Join('\n', confirmed.Select(each => $"- {LineOf(each)}"))}");

    private string LineOf(Confirmed confirmed) => confirmed.Correction?.ReadEvent() is RegisterEvent.Corrected corrected
        ? words.Say("acknowledging/record corrected", ("title", confirmed.Title), ("time", SchoolTime.Written(confirmed.At)), ("receipt", confirmed.Signed.Receipt),
            ("corrected", SchoolTime.Written(confirmed.Correction.At)), ("manager", club.Manager), ("reason", Reply.Plain(corrected.Reason.ReplaceLineEndings(" "))))
        : words.Say("acknowledging/record", ("title", confirmed.Title), ("time", SchoolTime.Written(confirmed.At)), ("receipt", confirmed.Signed.Receipt), ("statement", confirmed.Signed.Statement));

    private string LinkTo(Policy policy) => club.PublicAddress is { } address ? $"{address}/policies/{policy.Id}" : "";

    private string Line(ClauseChange change) => change switch
    {
        { Before: null, After: { } come } => words.Say("acknowledging/new clause", ("now", come.Whole)),
        { Before: { } gone, After: null } => words.Say("acknowledging/gone clause", ("before", gone.Whole)),
        _ => words.Say("acknowledging/other clause", ("before", change.Before!.Whole), ("now", change.After!.Whole)),
    };

    private static string StatusOf(Policy policy, DateOnly today) => (ReviewStatus.IsOverdue(policy, today) ? "⚠ " : "") + ReviewStatus.Of(policy, today);

    /// <summary>Every clause word for word; a sentence that a list hangs on stands once, before the list.</summary>
    private static string TextOf(Policy policy) => string.Join('\n', policy.Clauses.Select((clause, i) => clause.LeadIn is null
        ? $"\n{clause.Text}"
        : (i > 0 && policy.Clauses[i - 1].LeadIn == clause.LeadIn ? "" : $"\n{clause.LeadIn}\n\n") + $"- {clause.Text}"));
}
