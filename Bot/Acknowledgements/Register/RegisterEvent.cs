using System.Text.Json.Serialization;

namespace PolicyBot.Acknowledgements.Register;

/// <summary>
/// What happened, as the register keeps it for good: a kind once written is never renamed, and what was said in words is
/// never in it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RoundStarted), "round-started")]
[JsonDerivedType(typeof(RoundSteered), "round-steered")]
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(Undeliverable), "undeliverable")]
[JsonDerivedType(typeof(Seen), "seen")]
[JsonDerivedType(typeof(ManagerTold), "manager-told")]
[JsonDerivedType(typeof(HasLeft), "left")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Understood), "understood")]
[JsonDerivedType(typeof(Acknowledged), "acknowledged")]
[JsonDerivedType(typeof(WantsToTalk), "wants-to-talk")]
[JsonDerivedType(typeof(SignedOnPaper), "signed-on-paper")]
[JsonDerivedType(typeof(Exempted), "exempted")]
[JsonDerivedType(typeof(TextCorrected), "text-corrected")]
[JsonDerivedType(typeof(TextChanged), "text-changed")]
[JsonDerivedType(typeof(Corrected), "corrected")]
[JsonDerivedType(typeof(Erased), "erased")]
[JsonDerivedType(typeof(OnLeave), "on-leave")]
[JsonDerivedType(typeof(LastDay), "last-day")]
[JsonDerivedType(typeof(Identified), "identified")]
[JsonDerivedType(typeof(ReviewPrompted), "review-prompted")]
[JsonDerivedType(typeof(ReviewPutOff), "review-put-off")]
[JsonDerivedType(typeof(ReviewGiven), "review-given")]
[JsonDerivedType(typeof(Reviewed), "reviewed")]
internal abstract record RegisterEvent
{
    private RegisterEvent()
    {
    }

    /// <summary>Everybody on the roster is asked from now on.</summary>
    /// <param name="Trigger">"annual", "new version", "by hand".</param>
    /// <param name="People">How many were on the roster.</param>
    internal sealed record RoundStarted(string Round, string By, string Trigger, int People) : RegisterEvent;

    /// <param name="To">"paused", "resumed" or "stopped".</param>
    internal sealed record RoundSteered(string Round, string By, string To) : RegisterEvent;

    /// <summary>A message was promised to the person: the first of a round, or a reminder.</summary>
    /// <param name="Step">"issue+0", "reminder+7": the kind, and the day of the person's own clock.</param>
    internal sealed record Asked(string Round, string Step) : RegisterEvent;

    /// <summary>The channel took that message.</summary>
    internal sealed record Delivered(string Round, string Step) : RegisterEvent;

    /// <param name="Reason">The channel's status and code, "403 ConversationBlockedByUser", or why it was not tried.</param>
    internal sealed record Undeliverable(string Round, string Step, string Reason) : RegisterEvent;

    /// <summary>The channel says that the last message of the round was seen. A hint: nothing follows from it.</summary>
    internal sealed record Seen(string Round) : RegisterEvent;

    /// <summary>The due day passed, and the manager was told.</summary>
    internal sealed record ManagerTold(string Round, string Step) : RegisterEvent;

    /// <summary>The last day in the roster is over.</summary>
    internal sealed record HasLeft : RegisterEvent;

    /// <summary>The policy was shown to them, with what the bot said of its review.</summary>
    internal sealed record Opened(string ReviewStatus) : RegisterEvent;

    /// <summary>One question of the quiz was settled.</summary>
    /// <param name="Clause">The clause it was about, by its id.</param>
    /// <param name="IsRight">Whether it was right in the end.</param>
    /// <param name="Tries">Questions asked about this clause.</param>
    internal sealed record Understood(string Clause, bool IsRight, int Tries) : RegisterEvent;

    /// <summary>Confirmed by the authenticated sender of the message.</summary>
    /// <param name="Receipt">The number the person was given.</param>
    /// <param name="TextHash">SHA-256 of the policy's text, as on its page.</param>
    /// <param name="Statement">The wording that was confirmed, word for word.</param>
    /// <param name="Round">The round that was open then; null where none was.</param>
    internal sealed record Acknowledged(string Receipt, string Name, string TextHash, string Statement, string? Adopted = null, string? ReviewDue = null, string? Round = null) : RegisterEvent
    {
        /// <summary>The clauses that were shown and asked about, where the person had confirmed the text before; null where it was the whole text.</summary>
        public IReadOnlyList<string>? Clauses { get; init; }

        /// <summary>The receipt of that earlier confirmation; null where there is none.</summary>
        public string? Earlier { get; init; }
    }

    /// <summary>Wants to talk to the manager first: no refusal, and no reason is kept.</summary>
    internal sealed record WantsToTalk : RegisterEvent;

    /// <summary>Signed on paper, and entered by somebody else.</summary>
    internal sealed record SignedOnPaper(DateOnly On, string EnteredBy, string Reason) : RegisterEvent;

    /// <summary>Need not acknowledge this version.</summary>
    internal sealed record Exempted(string By, string Reason) : RegisterEvent;

    /// <summary>The version of this entry takes the place of another and means the same: who has confirmed that has confirmed this.</summary>
    /// <param name="From">The version before.</param>
    internal sealed record TextCorrected(string From, string By, string Reason) : RegisterEvent;

    /// <summary>The version of this entry means something else than the one before: these clauses are asked about.</summary>
    internal sealed record TextChanged(string From, IReadOnlyList<string> Clauses, string By, string Reason) : RegisterEvent;

    /// <summary>An entry of the same person no longer counts; it stays where it is.</summary>
    internal sealed record Corrected(long Entry, string By, string Reason) : RegisterEvent;

    /// <summary>One person's entries lost who and what they were about, on request; that they were there stays provable.</summary>
    /// <param name="Entries">Their numbers, ascending.</param>
    internal sealed record Erased(IReadOnlyList<long> Entries, string By, string Reason) : RegisterEvent;

    /// <summary>A roster was brought in that has the person on leave, where the one before did not. About no policy, as are the two below.</summary>
    /// <param name="Until">Null where nobody knows the last day. Another entry of the same first day takes this one's place.</param>
    /// <param name="IsTakenOut">The roster no longer has this leave.</param>
    internal sealed record OnLeave(string By, DateOnly From, DateOnly? Until = null, bool IsTakenOut = false) : RegisterEvent;

    /// <param name="On">Null where the roster no longer says that they are leaving.</param>
    internal sealed record LastDay(string By, DateOnly? On = null) : RegisterEvent;

    /// <summary>Somebody was told that a review is due. The entry stands under whoever was told.</summary>
    /// <param name="Step">"before-30", "overdue-2", "head".</param>
    internal sealed record ReviewPrompted(DateOnly Due, string Step) : RegisterEvent;

    /// <summary>The next prompt comes on another day; the review is due when it was.</summary>
    internal sealed record ReviewPutOff(DateOnly Due, DateOnly Until, string By) : RegisterEvent;

    /// <summary>Somebody else reviews it: whoever the entry stands under.</summary>
    internal sealed record ReviewGiven(DateOnly Due, string Name, string By) : RegisterEvent;

    /// <param name="Due">The day it was due; null where the policy named none.</param>
    /// <param name="Next">Null where the new text says it.</param>
    internal sealed record Reviewed(DateOnly? Due, bool IsChanged, string ApprovedBy, DateOnly ApprovedOn, DateOnly? Next, string By) : RegisterEvent;

    /// <summary>Somebody of whom only an email was known has the id that this entry stands under: what stands under the one before is theirs.</summary>
    internal sealed record Identified(string By, string EarlierId) : RegisterEvent;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RegisterEvent))]
[JsonSerializable(typeof(ExportedEntry))]
[JsonSerializable(typeof(ExportHead))]
internal sealed partial class RegisterJson : JsonSerializerContext;
