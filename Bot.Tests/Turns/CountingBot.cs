using System.Text.Json.Serialization;
using PolicyBot.BotFramework;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Turns;

/// <summary>The smallest bot that remembers: it counts what it is told, and says the number and the text.</summary>
internal sealed class CountingBot(ConversationTurns turns) : IBot
{
    public const string NotKept = "not kept", AskMe = "ask me";

    public async Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!turns.Begin(turn) || turn.Activity.Type != ActivityTypes.Message)
            return;

        try
        {
            await turns.ChangeAsync(turn, CountJson.Default.Count, (count, now) => Next(count, turn.Activity.Text, now), cancellationToken);
        }
        catch (StoreAwayException)
        {
            await turns.SayAsync(turn, [new Activity { Text = NotKept }], CancellationToken.None);
        }
    }

    /// <summary>Asked to ask, it waits for an answer for an hour.</summary>
    public static Change<Count> Next(Count? count, string? text, DateTimeOffset now = default)
    {
        var next = new Count((count?.Number ?? 0) + 1);
        return new Change<Count>(next)
        {
            Replies = [new Activity { Text = $"{next.Number} {text}" }],
            WaitsUntil = text == AskMe ? now.AddHours(1) : null,
        };
    }
}

internal sealed record Count(int Number);

[JsonSerializable(typeof(Count))]
internal sealed partial class CountJson : JsonSerializerContext;
