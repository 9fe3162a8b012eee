using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using PolicyBot.Benchmarks.Speed;
using PolicyBot.Commands;
using PolicyBot.Tests.Channel;

namespace PolicyBot.Benchmarks.WholeRound;

/// <summary>
/// People who confirm as soon as the round's message comes: they press whatever leads on, card after card, until they have
/// a receipt. Every third confirms on two devices at once, which two replicas hear; a press that is not taken is sent again,
/// as Teams does.
/// </summary>
internal sealed partial class ConfirmingStaff : IDisposable
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100), Patience = TimeSpan.FromMinutes(1), Impatience = TimeSpan.FromSeconds(40);

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 512 }) { Timeout = TimeSpan.FromSeconds(15) };
    private readonly FakeTeams _channel;
    private readonly IReadOnlyList<ServerProcess> _replicas;
    private readonly Dictionary<string, Channel<Delivery>> _inboxes;
    private int _confirmed, _again;

    public ConfirmingStaff(FakeTeams channel, IReadOnlyList<Colleague> people, IReadOnlyList<ServerProcess> replicas)
    {
        (_channel, People, _replicas) = (channel, people, replicas);
        _inboxes = people.ToDictionary(colleague => colleague.Person.ConversationId, _ => Channel.CreateUnbounded<Delivery>());
        channel.Delivered.KeptWhole = _inboxes.Keys.ToHashSet();
        channel.Delivered.Arrived += Hand;
    }

    public IReadOnlyList<Colleague> People { get; }

    /// <summary>How many have a receipt.</summary>
    public int Confirmed => _confirmed;

    /// <summary>How often somebody pressed again, for nothing came: a turn that took too long was given up.</summary>
    public int PressedAgain => _again;

    /// <summary>How long the bot took to answer each press.</summary>
    public ConcurrentBag<double> Milliseconds { get; } = [];

    public Task RunAsync(CancellationToken stop) => Task.WhenAll(People.Select(colleague => Task.Run(() => ConfirmAsync(colleague, stop), CancellationToken.None)));

    /// <returns>The receipts somebody was told of, each once.</returns>
    public IReadOnlyList<string> ReceiptsOf(Colleague colleague) =>
        [.. _channel.Delivered.In(colleague.Person.ConversationId).Select(message => Receipt().Match(message.Text ?? "")).Where(match => match.Success).Select(match => match.Value).Distinct()];

    /// <summary>Whether a message is the one a round begins with, and not a step of confirming.</summary>
    public static bool Begins(Delivery message) => PressesIn(message).Any(data => Text(data, "do") == "acknowledge");

    public void Dispose()
    {
        _channel.Delivered.Arrived -= Hand;
        _http.Dispose();
    }

    private void Hand(Delivery message)
    {
        if (_inboxes.TryGetValue(message.ConversationId, out var inbox))
            inbox.Writer.TryWrite(message);
    }

    private async Task ConfirmAsync(Colleague who, CancellationToken stop)
    {
        var (inbox, pressed) = (_inboxes[who.Person.ConversationId].Reader, (JsonElement?)null);
        while (!stop.IsCancellationRequested)
        {
            var message = await NextAsync(inbox, stop);
            if (Receipt().IsMatch(message?.Text ?? ""))
            {
                Interlocked.Increment(ref _confirmed);
                return;
            }

            if (message is null && pressed is not null && !stop.IsCancellationRequested)
                Interlocked.Increment(ref _again);
            if (!stop.IsCancellationRequested && (message is null ? pressed : LeadsOn(message)) is { } data)
                await PressAsync(who, (pressed = data).Value);
        }
    }

    /// <returns>Null where nothing came for longer than somebody waits who has pressed a button.</returns>
    private static async Task<Delivery?> NextAsync(ChannelReader<Delivery> inbox, CancellationToken stop)
    {
        try
        {
            await inbox.WaitToReadAsync(stop).AsTask().WaitAsync(Impatience, stop);
        }
        catch (Exception ended) when (ended is TimeoutException or OperationCanceledException)
        {
            return null;
        }

        return inbox.TryRead(out var message) ? message : null;
    }

    /// <summary>The button that comes next; of three answers, the first.</summary>
    private static JsonElement? LeadsOn(Delivery message)
    {
        var presses = PressesIn(message).ToList();
        var at = presses.FindIndex(data => Text(data, "do") == "acknowledge" || (Text(data, "fact") == "acknowledge" && Text(data, "value") is "read" or "confirm" or "1"));
        return at < 0 ? null : presses[at];
    }

    private Task PressAsync(Colleague who, JsonElement data) => Text(data, "value") == "confirm" && who.Number % 3 == 0
        ? Task.WhenAll(SendAsync(who, data, first: 0), SendAsync(who, who.Number % 2 == 0 ? data : WithNonce(data, "another device"), first: 1))
        : SendAsync(who, data, first: who.Number);

    /// <summary>To one replica after the other until one takes it; none may take it twice, for it is the same activity.</summary>
    private async Task SendAsync(Colleague who, JsonElement data, int first)
    {
        var (body, at) = (Activity(who.Person, data), first);
        if (!await Lookout.UntilAsync(() => IsTakenAsync(body, _replicas[at++ % _replicas.Count]), BetweenTries, Patience))
            Console.Error.WriteLine($"Nobody took what {who.Person.Name} pressed.");
    }

    private async Task<bool> IsTakenAsync(byte[] body, ServerProcess replica)
    {
        var begin = Stopwatch.GetTimestamp();
        var status = await replica.PostAsync(_http, body);
        if (status > 0)
            Milliseconds.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);

        return status is >= 200 and < 300;
    }

    private byte[] Activity(Person person, JsonElement data) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = "message",
        ["id"] = $"{Guid.NewGuid()}",
        ["channelId"] = "msteams",
        ["serviceUrl"] = _channel.PlainServiceUrl,
        ["from"] = new JsonObject { ["id"] = person.Id, ["aadObjectId"] = person.EntraId, ["name"] = person.Name },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = person.ConversationId, ["conversationType"] = "personal" },
        ["value"] = JsonObject.Create(data),
    }.ToJsonString());

    private static JsonElement WithNonce(JsonElement data, string nonce)
    {
        var changed = JsonObject.Create(data.Clone())!;
        changed["nonce"] = nonce;
        return JsonElement.Parse(changed.ToJsonString());
    }

    /// <summary>What each button of a card sends, by a client that knows only Action.Submit.</summary>
    private static IEnumerable<JsonElement> PressesIn(Delivery message) =>
        message.Json is { } json && JsonElement.Parse(json).TryGetProperty("attachments", out var cards) && cards.GetArrayLength() > 0
            ? new PlainCard(cards[0].GetProperty("content")).Rows.SelectMany(row => row.Buttons).Select(button => button.Submitted(new Dictionary<string, string>())).OfType<JsonElement>()
            : [];

    private static string? Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString() : null;

    [GeneratedRegex("R-[2-9A-Z]{4}-[2-9A-Z]{4}")]
    private static partial Regex Receipt();
}
