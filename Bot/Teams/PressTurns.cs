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
    public Task? Take(TurnContext turn, CancellationToken cancellationToken) => DialogButtons.Pressed(turn.Activity.Value) switch
    {
        Press.Unsafe press => dialogs.TakeAsync(turn, press, cancellationToken),
        { } press => WhereSealedAsync(turn, () => dialogs.TakeAsync(turn, press, cancellationToken), cancellationToken),
        null when DeskPress.In(turn.Activity.Value) is { } press => WhereSealedAsync(turn, () => desk.TakeAsync(turn, press, cancellationToken), cancellationToken),
        null => null,
    };

    private async Task WhereSealedAsync(TurnContext turn, Func<Task> take, CancellationToken cancellationToken)
    {
        var data = PressData.Of(turn.Activity.Value)!.Value;
        await (await seal.HoldsAsync(data.Json) ? take() : dialogs.RefuseAsync(turn, data, cancellationToken));
    }
}
