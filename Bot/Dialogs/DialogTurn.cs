using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Answers;
using PolicyBot.Policies;
using PolicyBot.Questions;
using PolicyBot.Reviews;

namespace PolicyBot.Dialogs;

/// <summary>What a turn within dialogs comes to.</summary>
/// <param name="State">The dialogs after it; null where nothing changes, so that nothing is written.</param>
internal sealed record DialogTurn(DialogState? State, IReadOnlyList<DialogReply> Replies)
{
    public static DialogTurn Unchanged(params IReadOnlyList<DialogReply> replies) => new(null, replies);

    /// <summary>A question to pass on to the manager; null where none is.</summary>
    public Sent? Sent { get; init; }

    /// <summary>The manager's answer to one; null where none is.</summary>
    public Written? Written { get; init; }

    /// <summary>What goes into the register; null where nothing does.</summary>
    public Registered? Registered { get; init; }
}

/// <summary>What a dialog says. How it looks is the edge's business.</summary>
internal abstract record DialogReply
{
    private DialogReply()
    {
    }

    /// <summary>A question of a scenario, with what was told so far.</summary>
    /// <param name="Again">In other words, because the answer was not understood.</param>
    internal sealed record Asks(Scenario Scenario, Fact Fact, Progress.InScenario Progress, Note Note = Note.None, bool Again = false) : DialogReply;

    internal sealed record Chooses(Progress.Choosing Progress, Note Note = Note.None) : DialogReply;

    internal sealed record Ends(Scenario Scenario, Told Told, Outcome Outcome, Note Note = Note.None) : DialogReply;

    /// <summary>What the policies say to something asked in between, or to a choice.</summary>
    internal sealed record Answers(Answer Answer) : DialogReply;

    /// <summary>The safeguarding route; of no particular concern where none is named.</summary>
    internal sealed record Route(Concern Concern) : DialogReply;

    /// <summary>The scenario is over or changed, and can be begun anew; none where it is gone.</summary>
    internal sealed record Over(Scenario? Scenario, Note Note) : DialogReply;

    /// <summary>The dialog stays open and is not asked again just now.</summary>
    internal sealed record StillOpen(string Title) : DialogReply;

    /// <summary>A scenario that belongs to the answer given.</summary>
    internal sealed record Offers(Opening Opening) : DialogReply;

    /// <summary>To pass a question on that the policies do not answer.</summary>
    internal sealed record OffersManager(string Question, string? Policy) : DialogReply;

    /// <summary>The question for the manager as it would be sent; without a text yet it is asked for.</summary>
    internal sealed record Drafts(Progress.Drafting Progress, Note Note = Note.None) : DialogReply;

    internal sealed record Sent : DialogReply;

    /// <summary>Asks the manager for an answer.</summary>
    internal sealed record AsksAnswer(Progress.Answering Progress, Note Note = Note.None) : DialogReply;

    internal sealed record Answered : DialogReply;

    /// <summary>What there is to be walked through.</summary>
    internal sealed record Lists(IReadOnlyList<Scenario> Scenarios) : DialogReply;

    /// <summary>A question passed on, as the manager sees it; none where it is gone.</summary>
    /// <summary>Where a round of acknowledgements stands, for the manager.</summary>
    internal sealed record ShowsRound(RoundStatus Status) : DialogReply;

    internal sealed record PreviewsRound(RoundPreview Preview) : DialogReply;

    /// <summary>What everybody would be asked with in a round.</summary>
    internal sealed record ShowsAsked(Round Round) : DialogReply;

    internal sealed record ShowsQuestion(PassedQuestion? Question) : DialogReply;

    /// <summary>What the manager answered to nearly the same.</summary>
    internal sealed record Repeats(PassedQuestion Question) : DialogReply;

    /// <summary>What is asked of somebody who acknowledges a policy.</summary>
    /// <param name="Marked">What their last answer was worth.</param>
    internal sealed record AsksToAcknowledge(
        Policy Policy, AcknowledgeStep Step, Progress.Acknowledging Progress, Note Note = Note.None, Marking? Marked = null) : DialogReply;

    /// <summary>The policy, to be read.</summary>
    /// <param name="Changed">What is different, for somebody who confirmed the text before; null for the whole text.</param>
    internal sealed record ShowsPolicy(Policy Policy, ChangedClauses? Changed = null) : DialogReply;

    /// <summary>A text of which the manager has not said yet what it is.</summary>
    /// <param name="LacksReason">The manager pressed a button and wrote no reason.</param>
    internal sealed record ShowsTextNews(TextNews News, bool LacksReason = false) : DialogReply;

    /// <summary>Where the review of a policy stands, or what is asked of whoever says what became of it.</summary>
    /// <param name="Pack">Null with a form.</param>
    internal sealed record ShowsReview(Policy Policy, Review Review, ReviewPack? Pack, ReviewForm Form) : DialogReply
    {
        public string? Note { get; init; }

        /// <summary>What was typed into the form before; none where it is shown for the first time.</summary>
        public IReadOnlyList<string> Typed { get; init; } = [];
    }

    /// <summary>A text that somebody pasted, beside the one in force.</summary>
    internal sealed record ShowsComparison(Policy Before, Policy After) : DialogReply;

    /// <param name="NotFor">What the policy names and is signed on its own.</param>
    internal sealed record Acknowledged(Policy Policy, IReadOnlyList<SeparateItem> NotFor) : DialogReply;

    /// <summary>They want to talk to the manager first.</summary>
    internal sealed record WillTalk(Policy Policy) : DialogReply;

    /// <summary>A word of the edge's own.</summary>
    internal sealed record Says(string Text) : DialogReply;

    internal sealed record Help : DialogReply;

    /// <param name="Of">What was given up on top.</param>
    internal sealed record Cancelled(Progress Of) : DialogReply;
}

/// <summary>What goes into the register with the turn.</summary>
internal sealed record Registered(Policy Policy, IReadOnlyList<RegisterEvent> Events);

/// <summary>A word of the bot before a question or an end.</summary>
internal enum Note
{
    None,

    /// <summary>The button belonged to an earlier step.</summary>
    Stale,

    /// <summary>After something else was asked.</summary>
    Resumed,

    NotUnderstood,

    NotUnderstoodAgain,

    FirstQuestion,

    Corrected,

    StartedAgain,

    /// <summary>The button was not made here, or before buttons were sealed.</summary>
    NotSealed,

    /// <summary>The school changed the scenario meanwhile.</summary>
    ContentChanged,

    /// <summary>The school changed the policy while it was being acknowledged.</summary>
    TextChanged,

    /// <summary>Names were taken out of the text.</summary>
    TakenOut,

    NothingWritten,

    /// <summary>The text could not be looked through for names just now.</summary>
    NotChecked,

    /// <summary>The scenario has ended before.</summary>
    Ended,
}
