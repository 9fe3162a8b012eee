using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Register;

/// <summary>Entries as a manager reads them.</summary>
internal static class EntryWords
{
    public static string Of(RegisterEvent happened) => happened switch
    {
        RegisterEvent.RoundStarted started => $"A round was started by {started.By}, with {started.People:N0} people.",
        RegisterEvent.RoundSteered steered => $"The round was {steered.To} by {steered.By}.",
        RegisterEvent.Asked asked => Asked(asked.Step),
        RegisterEvent.Delivered => "The message arrived.",
        RegisterEvent.Undeliverable refused => $"The message did not arrive. {Refusal.InWords(refused.Reason).Reason}",
        RegisterEvent.Seen => "Saw the message, as far as Teams says.",
        RegisterEvent.ManagerTold => "The due day had passed, and the manager was told.",
        RegisterEvent.HasLeft => "Left.",
        RegisterEvent.Opened => "Opened the policy.",
        RegisterEvent.Understood answer => $"A question about '{answer.Clause}': {(answer.IsRight ? "right" : "not right")}{(answer.Tries > 1 ? $", tried {answer.Tries} times" : "")}.",
        RegisterEvent.Acknowledged signed => $"Confirmed in Teams, receipt {signed.Receipt}.",
        RegisterEvent.WantsToTalk => "Wants to talk to the manager first.",
        RegisterEvent.SignedOnPaper paper => $"Signed on paper on {SchoolTime.Short(paper.On)}, entered by {paper.EnteredBy}: {Sentence(paper.Reason)}",
        RegisterEvent.Exempted exempted => $"Need not confirm: {Sentence(exempted.Reason)} Decided by {exempted.By}.",
        RegisterEvent.Corrected corrected => $"Entry {corrected.Entry} no longer counts: {Sentence(corrected.Reason)} Entered by {corrected.By}.",
        RegisterEvent.Erased erased => $"{erased.Entries.Count:N0} entries of a person were erased by {erased.By}: {Sentence(erased.Reason)}",
        RegisterEvent.ReviewPrompted prompted => $"Was told that a review is due {SchoolTime.Short(prompted.Due)} ({prompted.Step}).",
        RegisterEvent.ReviewPutOff later => $"The review is to be spoken of again on {SchoolTime.Short(later.Until)}, said {later.By}.",
        RegisterEvent.ReviewGiven given => $"The review was given to {given.Name} by {given.By}.",
        RegisterEvent.Reviewed reviewed => $"Reviewed {(reviewed.IsChanged ? "with changes" : "without change")}, approved by {reviewed.ApprovedBy} on {SchoolTime.Short(reviewed.ApprovedOn)}. Entered by {reviewed.By}.",
        _ => $"{happened.GetType().Name}.",
    };

    private static string Asked(string written) => !LadderStep.TryParse(written, out var step) ? "Was asked." : step.Kind switch
    {
        StepKind.Issue => "Was asked to confirm it.",
        StepKind.Due => "Was reminded on the due day.",
        StepKind.ByHand => "Was reminded at the manager's word.",
        _ => $"Was reminded, on day {step.Day}.",
    };

    private static string Sentence(string reason) => reason.Trim() is { Length: > 0 } said ? said.TrimEnd('.') + "." : "no reason was given.";
}
