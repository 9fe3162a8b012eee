using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Policies;
using PolicyBot.Questions;
using PolicyBot.Teams.Reviews;
using PolicyBot.Teams.Rounds;
using PolicyBot.Teams.Texts;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Conversations;

/// <summary>Where a transcript is played: a bot, a member of staff and the manager, each in a conversation of their own.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly List<BotHost> _own = [];
    private readonly Seat[] _seats;
    private readonly Func<BotHost, (string Old, string New)?, Task<BotHost>>? _restart;
    private BotHost _bot;

    /// <param name="name">The transcript's: a conversation and a person are named after it.</param>
    /// <param name="restart">Starts the bot anew beside the one that has stopped; null where the bot is not this stage's own.</param>
    public Stage(string name, BotHost bot, Func<BotHost, (string Old, string New)?, Task<BotHost>>? restart = null)
    {
        (_bot, _restart) = (bot, restart);
        if (restart is not null)
            _own.Add(bot);

        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16]);
        _seats =
        [
            new Seat(TranscriptLine.Staff, new Person($"29:{name}", $"{id}", "Alex") { ConversationId = $"a:{name}" }),
            new Seat(TranscriptLine.Manager, new Person("29:manager", BotHost.ManagerId, "Sam") { ConversationId = "a:manager" }),
        ];
        foreach (var seat in _seats)
        {
            bot.Channel.Roster.Install(seat.Person);
            seat.Look(bot.Channel);
        }
    }

    /// <returns>What the bot says to it, on all seats.</returns>
    public async Task<List<string>> PlayAsync(TranscriptLine line)
    {
        var said = line switch
        {
            TranscriptLine.Says says => await SendAsync(SeatOf(says.Who), SeatOf(says.Who).Say(says.Text, _bot.Channel.ServiceUrl)),
            TranscriptLine.Presses presses => await PressAsync(SeatOf(presses.Who), presses),
            TranscriptLine.Restarts => await RestartAsync(null),
            TranscriptLine.Rewords rewords => await RestartAsync((rewords.Old, rewords.New)),
            TranscriptLine.Joins => await JoinAsync(),
            TranscriptLine.Works works => await WorkAsync(works.IsReviews),
            TranscriptLine.Waits waits => await WaitAsync(waits.Time),
            _ => [],
        };
        await DeliverAsync();
        return [.. said, .. _seats.SelectMany(seat => News(seat, $"bot to {seat.Who}"))];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in Enumerable.Reverse(_own))
            await bot.DisposeAsync();
    }

    private Seat SeatOf(string who) => _seats.Single(seat => seat.Who == who);

    private async Task<List<string>> PressAsync(Seat seat, TranscriptLine.Presses presses) =>
        seat.Press(presses, _bot.Channel.ServiceUrl) is { } activity
            ? await SendAsync(seat, activity)
            : [$"! There is no button [{presses.Label}].\n"];

    private async Task<List<string>> SendAsync(Seat seat, JsonObject activity)
    {
        using var response = await _bot.PostAsync(activity.ToJsonString());
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (!response.IsSuccessStatusCode)
            return [$"! The bot answers {(int)response.StatusCode}.\n"];

        return [.. body.Length > 0 ? [Answered(seat, (string)activity["replyToId"]!, JsonElement.Parse(body))] : Array.Empty<string>(), .. News(seat, "bot")];
    }

    private static string Answered(Seat seat, string message, JsonElement answer)
    {
        if (answer.GetProperty("value") is { ValueKind: JsonValueKind.Object } card && card.TryGetProperty("body", out _))
            seat.Put(message, card);

        return Shown.Answer(answer);
    }

    private IEnumerable<string> News(Seat seat, string bot) =>
        seat.Look(_bot.Channel).Select(news => Shown.Message(bot, news.Activity, news.IsChange));

    private async Task<List<string>> JoinAsync()
    {
        var (book, person) = (_bot.Services.GetRequiredService<IRosterBook>(), SeatOf(TranscriptLine.Staff).Person);
        var member = new StaffMember(PersonId.Parse(person.EntraId), person.Name, PersonKind.Staff) { Starts = SchoolTime.Today(_bot.Clock) };
        await book.BringInAsync(new PolicyBot.Acknowledgements.People.Roster([member]), _bot.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        return [];
    }

    private async Task<List<string>> WorkAsync(bool isReviews)
    {
        foreach (var work in _bot.Services.GetServices<IScheduledWork>().Where(work => isReviews ? work is ReviewWatch : work is RoundIntake or RoundWork or RoundProgress or TextWatch))
            await work.RunAsync(TestContext.Current.CancellationToken);

        return [];
    }

    private async Task<List<string>> RestartAsync((string Old, string New)? text)
    {
        await _bot.StopAsync();
        _own.Add(_bot = await _restart!(_bot, text));
        await _bot.Services.GetRequiredService<Precedents>().TryReadAsync(TestContext.Current.CancellationToken);
        return [];
    }

    private async Task<List<string>> WaitAsync(TimeSpan time)
    {
        await SettleAsync();
        _bot.Clock.Advance(time);
        return [];
    }

    /// <summary>What the outbox holds and is due, is sent.</summary>
    private async Task DeliverAsync()
    {
        await _bot.Services.GetRequiredService<ReferenceBook>().WriteAsync(TestContext.Current.CancellationToken);
        var round = _bot.Services.GetRequiredService<OutboxRound>();
        while (await round.RunAsync(TestContext.Current.CancellationToken) > 0)
        {
        }
    }

    /// <summary>What turns have sent is written down a moment later; a clock set forward before would have it sent again.</summary>
    private async Task SettleAsync()
    {
        var outbox = _bot.Services.GetRequiredService<IOutboxStore>();
        await Until.SoAsync(async () => await outbox.OldestDueAsync(_bot.Clock.GetUtcNow().AddSeconds(25), TestContext.Current.CancellationToken) is null);
    }
}
