namespace PolicyBot.BotFramework;

/// <summary>Whoever answers: called once for each activity.</summary>
internal interface IBot
{
    Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken);

    /// <summary>Called where a turn failed before anything was sent, so that nobody is left waiting.</summary>
    Task OnTurnErrorAsync(TurnContext turn, CancellationToken cancellationToken) => Task.CompletedTask;
}
