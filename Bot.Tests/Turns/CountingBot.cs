using System.Text.Json.Serialization;
using PolicyBot.BotFramework;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Turns;

/// <summary>The smallest bot that remembers: it counts what it is told, and says the number and the text.</summary>
internal sealed class CountingBot(ConversationTurns turns) : IBot
{
    public const string NotKept = "not kept";

    public async Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (!turns.Begin(turn) || turn.Activity.Type != ActivityTypes.Message)
            return;

        try
        {
            await turns.ChangeAsync(turn, CountJson.Default.Count, (count, _) => Next(count, turn.Activity.Text), cancellationToken);
        }
        catch (StoreAwayException)
        {
            await turns.SayAsync(turn, [new Activity { Text = NotKept }], CancellationToken.None);
        }
    }

    public static Change<Count> Next(Count? count, string? text)
    {
        var next = new Count((count?.Number ?? 0) + 1);
        return new Change<Count>(next) { Replies = [new Activity { Text = $"{next.Number} {text}" }] };
    }
}

internal sealed record Count(int Number);

[JsonSerializable(typeof(Count))]
internal sealed partial class CountJson : JsonSerializerContext;
