using PolicyBot.BotFramework;
using PolicyBot.Dialogs;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Teams;

/// <summary>
/// A button of a card, as a message where the client knows only Action.Submit, otherwise as an invoke. Only what a button of
/// this installation sends is done. The way to the safeguarding route is open to any.
/// </summary>
internal sealed class PressTurns(ButtonSeal seal, DialogTurns dialogs, DeskTurns desk)
{
    /// <returns>Null where the activity is no press.</returns>
    public Task? Take(TurnContext turn, CancellationToken cancellationToken) =>
        PressData.Of(turn.Activity.Value) is not { } data ? null
        : DialogButtons.Pressed(turn.Activity.Value) is { } press ? TakeAsync(turn, data, press, cancellationToken)
        : DeskPress.In(turn.Activity.Value) is { } desked ? TakeAsync(turn, data, desked, cancellationToken)
        : null;

    private async Task TakeAsync(TurnContext turn, PressData data, Press press, CancellationToken cancellationToken)
    {
        if (press is Press.Unsafe || await seal.HoldsAsync(data.Json))
            await dialogs.TakeAsync(turn, press, cancellationToken);
        else
            await dialogs.RefuseAsync(turn, data, cancellationToken);
    }

    private async Task TakeAsync(TurnContext turn, PressData data, DeskPress press, CancellationToken cancellationToken)
    {
        if (await seal.HoldsAsync(data.Json))
            await desk.TakeAsync(turn, press, cancellationToken);
        else
            await dialogs.RefuseAsync(turn, data, cancellationToken);
    }
}
