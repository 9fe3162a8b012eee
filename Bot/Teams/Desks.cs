using PolicyBot.BotFramework;
using PolicyBot.Dialogs;

namespace PolicyBot.Teams;

/// <summary>Whoever has to write and send something beside a turn's own replies.</summary>
internal sealed class Desks(ManagerDesk manager, AcknowledgementDesk acknowledgements)
{
    /// <inheritdoc cref="ManagerDesk.Note"/>
    public void Note(Activity activity, IReadOnlyList<DialogReply> said) => manager.Note(activity, said);

    public Task<Errands> ErrandsAsync(Activity activity, DialogTurn decided, DateTimeOffset now, CancellationToken cancellationToken) =>
        decided.Registered is { } registered
            ? acknowledgements.ErrandsAsync(activity, registered, decided.Replies, now, cancellationToken)
            : manager.ErrandsAsync(activity, decided, now, cancellationToken);

    public Task<IReadOnlyList<DialogReply>> LookAsync(Activity activity, Looking looking, CancellationToken cancellationToken) => looking is Looking.MyRecord
        ? acknowledgements.LookAsync(activity, cancellationToken)
        : manager.LookAsync(activity, looking, cancellationToken);
}
