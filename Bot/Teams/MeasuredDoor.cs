using PolicyBot.BotFramework;
using PolicyBot.Telemetry;

namespace PolicyBot.Teams;

/// <summary>Stands before all others, and looks at the clock.</summary>
internal sealed class MeasuredDoor(ReadReceipts next, TimeProvider clock) : IBot
{
    public async Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        var (type, since, isFailed) = (TypeOf(turn.Activity), clock.GetTimestamp(), true);
        using var span = Measures.BeginTurn(type);
        try
        {
            await next.OnTurnAsync(turn, cancellationToken);
            isFailed = false;
        }
        finally
        {
            Measures.Turn(type, isFailed, clock.GetElapsedTime(since));
        }
    }

    public Task OnTurnErrorAsync(TurnContext turn, CancellationToken cancellationToken) => next.OnTurnErrorAsync(turn, cancellationToken);

    /// <summary>Only types that are known: whoever sends others must not make up new lines.</summary>
    private static string TypeOf(Activity activity) => activity.Type is ActivityTypes.Message or ActivityTypes.Invoke or ActivityTypes.ConversationUpdate
        or ActivityTypes.InstallationUpdate or ActivityTypes.Event ? activity.Type : "other";
}
