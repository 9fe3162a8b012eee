using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Answers;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Teams.Reviews;
using PolicyBot.Teams.Rounds;
using PolicyBot.Teams.Texts;
using PolicyBot.Telemetry;

namespace PolicyBot.Teams;

/// <summary>Whoever has to write and send something beside a turn's own replies.</summary>
internal sealed class Desks(ManagerDesk manager, AcknowledgementDesk acknowledgements, RoundTalk rounds, ManagerTalk talk)
{
    /// <inheritdoc cref="ManagerDesk.Note"/>
    public void Note(Activity activity, IReadOnlyList<DialogReply> said)
    {
        manager.Note(activity, said);
        foreach (var outcome in said.OfType<DialogReply.Answers>().Select(given => OutcomeOf(given.Answer)))
            Measures.Answer(outcome);
    }

    public Task<Paperwork> PaperworkAsync(Activity activity, DialogTurn decided, DateTimeOffset now, CancellationToken cancellationToken) =>
        decided.Registered is { } registered
            ? acknowledgements.PaperworkAsync(activity, registered, decided.Replies, now, cancellationToken)
            : manager.PaperworkAsync(activity, decided, now, cancellationToken);

    public Task<IReadOnlyList<DialogReply>> LookAsync(Activity activity, Looking looking, CancellationToken cancellationToken) => looking switch
    {
        Looking.MyRecord => acknowledgements.LookAsync(activity, cancellationToken),
        Looking.Rounds or Looking.StartRound when manager.IsManager(activity) => rounds.LookAsync(looking is Looking.StartRound, cancellationToken),
        Looking.Texts => manager.IsManager(activity) ? talk.Texts.LookAsync(cancellationToken) : acknowledgements.LookAtChangesAsync(activity, cancellationToken),
        Looking.Reviews => talk.Reviews.LookAsync(activity, manager.IsManager(activity), cancellationToken),
        _ => manager.LookAsync(activity, looking, cancellationToken),
    };

    /// <inheritdoc cref="AcknowledgementDesk.ChangedAsync"/>
    public Task<IReadOnlyList<ChangedClauses>> ChangedAsync(Activity activity, CancellationToken cancellationToken) => acknowledgements.ChangedAsync(activity, cancellationToken);

    public Task<IReadOnlyList<DialogReply>> SteerAsync(Activity activity, DeskPress press, CancellationToken cancellationToken) => press switch
    {
        DeskPress.Steer steer => rounds.PressAsync(steer, activity, cancellationToken),
        DeskPress.Review review => talk.Reviews.PressAsync(review, activity, manager.IsManager(activity), cancellationToken),
        DeskPress.Settle settle => talk.Texts.PressAsync(settle, activity, cancellationToken),
        _ => Task.FromResult<IReadOnlyList<DialogReply>>([]),
    };

    /// <summary>That somebody was worried about a child is counted nowhere: in a small club the hour of it says who.</summary>
    private static string OutcomeOf(Answer answer) => answer switch
    {
        Answer.Answered answered => $"{answered.Verdict}",
        Answer.Asks or Answer.Unclear => "Asked",
        Answer.NotCovered => "NotCovered",
        _ => "Other",
    };

    /// <inheritdoc cref="RoundProgress.FollowAsync"/>
    public Task FollowAsync(Activity activity, DeskPress press, IReadOnlyList<DialogReply> said, string? message, CancellationToken cancellationToken) =>
        rounds.FollowAsync(activity, press, said, message, cancellationToken);
}

/// <summary>What a manager talks about that is no round: texts and their reviews.</summary>
internal sealed record ManagerTalk(TextTalk Texts, ReviewTalk Reviews);
