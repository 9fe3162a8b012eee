using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;
using PolicyBot.Teams.Rounds;
using PolicyBot.Teams.Texts;
using PolicyBot.Tests.Acknowledgements;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Policies;
using PolicyBot.Tests.Storage;
using PolicyBot.Tests.Storage.Schedules;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Teams.Rounds;

/// <summary>A bot in the school year 2026/27, its channel, and a clock that is moved by hand.</summary>
internal sealed partial class RoundStage(BotHost bot) : IAsyncDisposable
{
    private const int Stranger = 99;

    private readonly List<BotHost> _stopped = [];

    public static Person Manager { get; } = new("29:manager", BotHost.ManagerId, "Sam");

    public BotHost Bot => bot;

    public RoundDesk Desk => bot.Services.GetRequiredService<RoundDesk>();

    public IRoundBook Rounds => bot.Services.GetRequiredService<IRoundBook>();

    public Policy Policy => Desk.PolicyOf(null)!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<RoundStage> OpenAsync(TestDatabase database, string wall, Action<IServiceCollection>? change = null)
    {
        var bot = await BotHost.StartAsync(services =>
        {
            services.AddSingleton(Calendars.Year).AddNothingByTheClock();
            change?.Invoke(services);
        }, database, clock: new ManualClock(Calendars.At(wall)));
        bot.Channel.Roster.KnowsConversations = true;
        bot.Channel.Roster.Install(Manager);
        var stage = new RoundStage(bot);
        await stage.SayAsync(Stranger, "hello"); // So that the channel's address is known.
        return stage;
    }

    /// <summary>The bot stops, and starts on the same database with another text of the policy.</summary>
    public async Task RewordAsync(TestDatabase database, string old, string other)
    {
        await bot.StopAsync();
        _stopped.Add(bot);
        var library = bot.Services.GetRequiredService<PolicyLibrary>();
        bot = await BotHost.StartAsync(services => services.AddSingleton(Calendars.Year).AddNothingByTheClock().AddReworded(library, old, other), database, beside: bot);
        await SayAsync(Stranger, "hello");
    }

    public static StaffMember Member(int number, string name, PersonKind kind = PersonKind.Staff) => new(PersonId.Parse(Person.Numbered(number).EntraId), name, kind);

    public Task BringInAsync(params IEnumerable<StaffMember> people) =>
        bot.Services.GetRequiredService<IRosterBook>().BringInAsync(new PolicyBot.Acknowledgements.People.Roster(people), bot.Clock.GetUtcNow(), Token);

    /// <summary>Time passes in steps; at each the bot does its scheduled work and sends what is due.</summary>
    public async Task UntilAsync(string wall, TimeSpan step, Func<Task>? each = null)
    {
        while (bot.Clock.GetUtcNow() < Calendars.At(wall))
        {
            bot.Clock.Advance(step);
            await WorkAsync();
            if (each is not null)
                await each();
        }
    }

    public async Task WorkAsync()
    {
        foreach (var work in bot.Services.GetServices<IScheduledWork>().Where(work => work is RoundIntake or RoundWork or TextWatch))
            await work.RunAsync(Token);

        await DeliverAsync();
    }

    public async Task DeliverAsync()
    {
        var outbox = bot.Services.GetRequiredService<OutboxRound>();
        while (await outbox.RunAsync(Token) > 0)
        {
        }
    }

    public IReadOnlyList<Delivery> SentTo(int number) => SentTo(Person.Numbered(number));

    public IReadOnlyList<Delivery> SentTo(Person person) => bot.Channel.Delivered.In(person.ConversationId);

    /// <summary>Confirms as the person would, through the front door.</summary>
    public async Task ConfirmAsync(int number)
    {
        await SayAsync(number, "sign the policy");
        var said = await SayAsync(number, "I have read it");
        for (var answered = 0; answered < 10 && !said.Contains("\"confirm\"", StringComparison.Ordinal); answered++)
            said = await SayAsync(number, "1");

        Assert.Contains("Your receipt is", await SayAsync(number, "I confirm this"), StringComparison.Ordinal);
    }

    public Task<string> SayAsync(int number, string text) => PostAsync(Person.Numbered(number), text, "");

    public Task<string> ManagerSaysAsync(string text) => PostAsync(Manager, text, "");

    /// <summary>As a client does that knows only Action.Submit.</summary>
    public Task<string> PressAsync(Person person, string data) => PostAsync(person, "", $""","value":{data}""");

    /// <summary>Teams says that the person has read what stands in their chat.</summary>
    public Task SeeAsync(int number, string conversationType = "personal") => PostAsync(Person.Numbered(number), "",
        ""","name":"application/vnd.microsoft.readReceipt","value":{"lastReadMessageId":"1692206589131"}""", "event", conversationType);

    private async Task<string> PostAsync(Person person, string text, string more, string type = "message", string conversationType = "personal")
    {
        var said = Said.Message(text, bot.Channel.ServiceUrl, more: Said.ExpectReplies + more).Replace("\"type\":\"message\"", $"\"type\":\"{type}\"", StringComparison.Ordinal)
            .Replace("\"personal\"", $"\"{conversationType}\"", StringComparison.Ordinal).Replace("\"29:ann\"", $"\"{person.Id}\"", StringComparison.Ordinal)
            .Replace("11111111-2222-3333-4444-555555555555", person.EntraId, StringComparison.Ordinal).Replace("\"a:1\"", $"\"{person.ConversationId}\"", StringComparison.Ordinal);
        using var response = await bot.PostAsync(said);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
        await bot.Services.GetRequiredService<ReferenceBook>().WriteAsync(Token);
        return await response.Content.ReadAsStringAsync(Token);
    }

    public Task EraseAsync(string person) => bot.Services.GetRequiredService<IPersonRecords>().EraseAsync(person, "Sam", "asked for it", bot.Clock.GetUtcNow(), Token);

    public Task<PolicyReport> ReportAsync() => bot.Services.GetRequiredService<PolicyReports>().OfAsync(Policy, SchoolTime.Today(bot.Clock), bot.Clock.GetUtcNow(), Token);

    public async Task<IReadOnlyDictionary<string, MemberState>> StatesAsync(Round round) =>
        (await Rounds.MembersAsync(round.Id, Token)).ToDictionary(member => member.Person, member => member.State);

    public async Task<IReadOnlyList<RegisterEntry>> RegisterAsync()
    {
        var (entries, check) = (new List<RegisterEntry>(), new ChainCheck());
        check.End(await bot.Services.GetRequiredService<IRegister>().ReadAsync(entry =>
        {
            check.Take(entry);
            entries.Add(entry);
        }, Token));
        Assert.Empty(check.Faults);
        return entries;
    }

    /// <summary>The first bot owns the channel.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var each in _stopped.Append(bot).Reverse())
            await each.DisposeAsync();
    }

    /// <returns>The data of the first button of a card that does so.</returns>
    public static string ButtonIn(string said, string what) => Button().Matches(said).Select(match => match.Value)
        .First(button => button.Contains($"\"{what}\"", StringComparison.Ordinal));

    [GeneratedRegex("""\{"do":"[^{}]*\}""")]
    private static partial Regex Button();
}
