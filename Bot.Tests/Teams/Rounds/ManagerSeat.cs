using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Tests.Conversations;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Teams.Rounds;

/// <summary>Where the manager sits before Teams: what is said comes over the channel, and a card that is pressed is answered in its place.</summary>
internal sealed class ManagerSeat(RoundStage stage)
{
    private readonly Seat _seat = new(TranscriptLine.Manager, RoundStage.Manager);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="isOldClient">It knows only Action.Submit, and its press is answered with a message.</param>
    public async Task StartAsync(bool isOldClient = false)
    {
        await SendAsync(_seat.Say("start the round", stage.Bot.Channel.ServiceUrl));
        await PressAsync("Start the round", isOldClient);
    }

    public async Task PressAsync(string label, bool isOldClient = false)
    {
        var press = _seat.Press(new TranscriptLine.Presses("", TranscriptLine.Manager, label, Which.Newest, isOldClient, []), stage.Bot.Channel.ServiceUrl);
        Assert.NotNull(press);
        await SendAsync(press);
    }

    private async Task SendAsync(JsonObject activity)
    {
        using var response = await stage.Bot.PostAsync(activity.ToJsonString());
        var body = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Token);
        if (body.Length > 0)
            _seat.Put((string)activity["replyToId"]!, JsonElement.Parse(body).GetProperty("value"));

        _seat.Look(stage.Bot.Channel);
        await stage.Bot.Services.GetRequiredService<ReferenceBook>().WriteAsync(Token);
    }
}
