using System.Text.Json.Nodes;
using PolicyBot.Benchmarks.Speed;

namespace PolicyBot.Benchmarks.Soak;

/// <summary>
/// A manager who puts a review off again and again, asking one replica for the card and pressing its button at the other, and
/// decides it in the end. What one replica does not take goes to the other.
/// </summary>
internal sealed class Reviewer(string serviceUrl, IReadOnlyList<ServerProcess> replicas) : IDisposable
{
    private const string Conversation = "reviewer";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(15) };

    public int PutOff { get; private set; }

    public int Failed { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        for (var turn = 0; !stop.IsCancellationRequested; turn++)
        {
            if (await PressAsync(turn, await SayAsync(turn, "reviews"), "review-later-7", []) is { } said && said.Contains("I speak of it again", StringComparison.Ordinal))
                PutOff++;
            else
                Failed++;

            await Task.Delay(Pause, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <returns>Whether the review is done, and the next has the day that was entered.</returns>
    public async Task<bool> DecideAsync()
    {
        var form = await PressAsync(0, await SayAsync(0, "reviews"), "review-form-unchanged", []);
        var done = await PressAsync(1, form, "review-unchanged", new() { ["approved"] = "the governors", ["on"] = "today", ["next"] = "September 2099" });
        return done is not null && (await SayAsync(1, "reviews"))?.Contains("September 2099", StringComparison.Ordinal) == true;
    }

    public void Dispose() => _http.Dispose();

    private Task<string?> SayAsync(int turn, string text) => SendAsync(turn, Talkers.Body(serviceUrl, Conversation, Talkers.Manager, text));

    private async Task<string?> PressAsync(int turn, string? card, string button, JsonObject fields)
    {
        if (card is null || DataOf(JsonNode.Parse(card), button) is not { } data)
            return null;

        var pressed = data.DeepClone().AsObject();
        foreach (var (field, value) in fields)
            pressed[field] = value?.DeepClone();

        return await SendAsync(turn + 1, Talkers.Body(serviceUrl, Conversation, Talkers.Manager, null, pressed));
    }

    private async Task<string?> SendAsync(int turn, byte[] activity) =>
        await AnswerAsync(replicas[turn % replicas.Count], activity) ?? await AnswerAsync(replicas[(turn + 1) % replicas.Count], activity);

    private async Task<string?> AnswerAsync(ServerProcess replica, byte[] activity) =>
        await replica.AskAsync(_http, activity) is ( >= 200 and < 300, var answer) ? answer : null;

    private static JsonObject? DataOf(JsonNode? card, string button) => card switch
    {
        JsonObject { } data when data["do"] is JsonValue name && name.ToString() == button => data,
        JsonObject parts => parts.Select(part => DataOf(part.Value, button)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(item => DataOf(item, button)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
