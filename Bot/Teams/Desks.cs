using PolicyBot.Acknowledgements.Versions;
using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Teams.Rounds;
using PolicyBot.Teams.Texts;

namespace PolicyBot.Teams;

/// <summary>Whoever has to write and send something beside a turn's own replies.</summary>
internal sealed class Desks(ManagerDesk manager, AcknowledgementDesk acknowledgements, RoundTalk rounds, TextTalk texts)
{
    /// <inheritdoc cref="ManagerDesk.Note"/>
    public void Note(Activity activity, IReadOnlyList<DialogReply> said) => manager.Note(activity, said);

    public Task<Errands> ErrandsAsync(Activity activity, DialogTurn decided, DateTimeOffset now, CancellationToken cancellationToken) =>
        decided.Registered is { } registered
            ? acknowledgements.ErrandsAsync(activity, registered, decided.Replies, now, cancellationToken)
            : manager.ErrandsAsync(activity, decided, now, cancellationToken);

    public Task<IReadOnlyList<DialogReply>> LookAsync(Activity activity, Looking looking, CancellationToken cancellationToken) => looking switch
    {
        Looking.MyRecord => acknowledgements.LookAsync(activity, cancellationToken),
        Looking.Rounds or Looking.StartRound when manager.IsManager(activity) => rounds.LookAsync(looking is Looking.StartRound, cancellationToken),
        Looking.Texts => manager.IsManager(activity) ? texts.LookAsync(cancellationToken) : acknowledgements.LookAtChangesAsync(activity, cancellationToken),
        _ => manager.LookAsync(activity, looking, cancellationToken),
    };

    /// <inheritdoc cref="AcknowledgementDesk.ChangedAsync"/>
    public Task<IReadOnlyList<ChangedClauses>> ChangedAsync(Activity activity, CancellationToken cancellationToken) => acknowledgements.ChangedAsync(activity, cancellationToken);

    public Task<IReadOnlyList<DialogReply>> SteerAsync(Activity activity, DeskPress press, CancellationToken cancellationToken) => press switch
    {
        DeskPress.Steer steer => rounds.PressAsync(steer, activity, cancellationToken),
        DeskPress.Settle settle => texts.PressAsync(settle, activity, cancellationToken),
        _ => Task.FromResult<IReadOnlyList<DialogReply>>([]),
    };

    /// <inheritdoc cref="RoundProgress.FollowAsync"/>
    public Task FollowAsync(Activity activity, DeskPress press, IReadOnlyList<DialogReply> said, string? message, CancellationToken cancellationToken) =>
        rounds.FollowAsync(activity, press, said, message, cancellationToken);
}
