using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Teams.Rounds;

namespace PolicyBot.Teams;

/// <summary>Whoever has to write and send something beside a turn's own replies.</summary>
internal sealed class Desks(ManagerDesk manager, AcknowledgementDesk acknowledgements, RoundTalk rounds, RoundProgress progress)
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
        _ => manager.LookAsync(activity, looking, cancellationToken),
    };

    public Task<IReadOnlyList<DialogReply>> SteerAsync(Activity activity, DeskPress.Steer press, CancellationToken cancellationToken) => rounds.PressAsync(press, activity, cancellationToken);

    /// <inheritdoc cref="RoundProgress.FollowAsync"/>
    public Task FollowAsync(Activity activity, DeskPress.Steer press, IReadOnlyList<DialogReply> said, string? message, CancellationToken cancellationToken) =>
        progress.FollowAsync(activity, press, said, message, cancellationToken);
}
