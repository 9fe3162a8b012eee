using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Storage;
using PolicyBot.Teams.Rounds;
using PolicyBot.Tests.Acknowledgements;
using PolicyBot.Tests.Channel;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Teams.Rounds;

/// <summary>A round from its start to the manager, through a channel that refuses as Teams does.</summary>
public sealed class RoundsTests
{
    private const int Ann = 1, Blocked = 2, NotInstalled = 3, OnLeave = 4, Leaver = 5, Talker = 6, Silent = 7, Joiner = 8;

    private static readonly StaffMember OnPaper = new(PersonId.Parse("W-17"), "Wilf", PersonKind.Volunteer);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static StaffMember[] People =>
    [
        RoundStage.Member(Ann, "Ann"), RoundStage.Member(Blocked, "Bo"), RoundStage.Member(NotInstalled, "Cy", PersonKind.Agency),
        RoundStage.Member(OnLeave, "Di") with { Leaves = [new DayRange(new DateOnly(2026, 9, 1), new DateOnly(2026, 10, 2))] },
        RoundStage.Member(Leaver, "Ed") with { Ends = new DateOnly(2026, 9, 11) },
        RoundStage.Member(Talker, "Flo"), RoundStage.Member(Silent, "Gus"), OnPaper,
        RoundStage.Member(Joiner, "Hal") with { Starts = new DateOnly(2026, 9, 21) },
    ];

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Everybody_is_asked_reminded_left_alone_or_known_to_be_out_of_reach(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        foreach (var number in (int[])[Ann, Blocked, OnLeave, Leaver, Talker, Silent, Joiner])
            stage.Bot.Channel.Roster.Install(Person.Numbered(number));
        stage.Bot.Channel.Roster.Block(Person.Numbered(Blocked));
        await stage.BringInAsync(People);

        var round = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.UntilAsync("2026-09-08 18:00", TimeSpan.FromHours(1));

        var count = await stage.Rounds.CountAsync(round.Id, Token);
        Assert.Equal((8, 6), (count.People, count.Asked)); // The joiner is not in it yet, and neither on leave nor on paper is anybody asked.
        Assert.Equal((3, 5), (count.Of(MemberState.NotReachable), count.Of(MemberState.Open)));
        Assert.Single(stage.SentTo(Ann));

        await stage.ConfirmAsync(Ann);
        await stage.SayAsync(Talker, "sign the policy");
        await stage.SayAsync(Talker, "I want to talk to the Manager first");
        await stage.UntilAsync("2026-10-16 18:00", TimeSpan.FromHours(4));

        var states = await stage.StatesAsync(round);
        Assert.Equal(MemberState.Acknowledged, states[Person.Numbered(Ann).EntraId]);
        Assert.Equal(MemberState.WantsToTalk, states[Person.Numbered(Talker).EntraId]);
        Assert.Equal(MemberState.Left, states[Person.Numbered(Leaver).EntraId]);
        Assert.Equal(MemberState.NotReachable, states[Person.Numbered(Blocked).EntraId]);
        Assert.Equal(MemberState.NotReachable, states[Person.Numbered(NotInstalled).EntraId]);
        Assert.Equal(MemberState.NotReachable, states[OnPaper.Id.Value]);
        Assert.Equal(9, states.Count);

        Assert.Equal(6, stage.SentTo(Silent).Count); // Issue, +7, +14, the due day, and once a week since.
        Assert.Equal(new DateOnly(2026, 10, 5), DayOf(stage.SentTo(OnLeave)[0]));
        Assert.Equal(new DateOnly(2026, 9, 21), DayOf(stage.SentTo(Joiner)[0]));
        Assert.All(Enumerable.Range(1, 8).SelectMany(stage.SentTo), sent => Assert.True(Calendars.Year.IsSchoolTime(sent.When), Calendars.Wall(sent.When)));
        Assert.Contains(stage.Bot.Channel.Delivered.All, sent => sent.Text?.Contains("has not confirmed", StringComparison.Ordinal) == true);
        await HoldsEverythingAsync(stage, round);
    }

    /// <summary>What went out stands in the register, each message once, with what became of it.</summary>
    private static async Task HoldsEverythingAsync(RoundStage stage, Round round)
    {
        var events = (await stage.RegisterAsync()).Select(entry => (entry.Person, Event: entry.ReadEvent())).ToList();
        var asked = events.Select(each => (each.Person, (each.Event as RegisterEvent.Asked)?.Step)).Where(each => each.Step is not null).ToList();
        Assert.Equal(asked.Count, asked.Distinct().Count());
        Assert.Equal(asked.Count, events.Count(each => each.Event is RegisterEvent.Delivered or RegisterEvent.Undeliverable { Step: "issue+0" }) - 1); // On paper nobody is asked.
        Assert.Single(events, each => each.Event is RegisterEvent.RoundStarted { People: 8 });
        Assert.Single(events, each => each.Event is RegisterEvent.HasLeft);
        Assert.Equal(round.Id, Assert.Single(events.Select(each => each.Event).OfType<RegisterEvent.Acknowledged>()).Round);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_lets_the_bot_in_later_is_asked_then(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        stage.Bot.Channel.Roster.Block(Person.Numbered(Blocked));
        await stage.BringInAsync(RoundStage.Member(Blocked, "Bo"));
        var round = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.UntilAsync("2026-09-09 18:00", TimeSpan.FromHours(1));
        Assert.Equal(("403 ConversationBlockedByUser", 1), (await stage.Rounds.MembersAsync(round.Id, Token))[0] is var lost ? (lost.Reason, lost.Messages) : default);

        stage.Bot.Channel.Roster.Install(Person.Numbered(Blocked));
        await stage.SayAsync(Blocked, "hello");
        await stage.UntilAsync("2026-09-10 18:00", TimeSpan.FromHours(1));

        Assert.Equal(MemberState.Open, (await stage.StatesAsync(round))[Person.Numbered(Blocked).EntraId]);
        Assert.Single(stage.SentTo(Blocked), sent => sent.ReplyTo is null);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_is_refused_while_the_roster_is_gone_through_does_not_count_as_back(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00", services => services.AddSingleton<IRoundBook>(provided => new InterruptedBook(new RoundBook(provided.GetRequiredService<Databases>()))));
        stage.Bot.Channel.Roster.Block(Person.Numbered(Blocked));
        await stage.BringInAsync(RoundStage.Member(Blocked, "Bo"));
        var round = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        stage.Bot.Clock.Advance(TimeSpan.FromHours(10));
        await stage.Bot.Services.GetServices<IScheduledWork>().OfType<RoundWork>().Single().RunAsync(Token);

        ((InterruptedBook)stage.Rounds).Before = stage.DeliverAsync;
        await stage.Bot.Services.GetRequiredService<RoundIntake>().RunAsync(Token);

        Assert.Equal((MemberState.NotReachable, 1), (await stage.Rounds.MembersAsync(round.Id, Token))[0] is var lost ? (lost.State, lost.Messages) : default);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Paused_it_is_silent_and_a_new_round_asks_everybody_again(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        stage.Bot.Channel.Roster.Install(Person.Numbered(Ann));
        stage.Bot.Channel.Roster.Install(Person.Numbered(Silent));
        await stage.BringInAsync(RoundStage.Member(Ann, "Ann"), RoundStage.Member(Silent, "Gus"));
        var first = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.UntilAsync("2026-09-07 18:00", TimeSpan.FromHours(1));
        await stage.ConfirmAsync(Ann);

        var paused = await stage.Desk.SteerAsync(first, RoundState.Paused, "Sam", Token);
        await stage.UntilAsync("2026-10-01 18:00", TimeSpan.FromHours(8));
        Assert.Single(stage.SentTo(Silent));
        Assert.Null(await stage.Desk.SteerAsync(paused!, RoundState.Paused, "Sam", Token));

        var second = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.UntilAsync("2026-10-02 18:00", TimeSpan.FromHours(1));
        Assert.Equal(MemberState.Open, (await stage.StatesAsync(second))[Person.Numbered(Ann).EntraId]);
        await stage.ConfirmAsync(Ann);

        Assert.Equal([second.Id], (await stage.Rounds.RoundsAsync(Token)).Where(round => round.State is not RoundState.Stopped).Select(round => round.Id));
        Assert.Equal([first.Id, second.Id], (await stage.RegisterAsync()).Select(entry => (entry.ReadEvent() as RegisterEvent.Acknowledged)?.Round).OfType<string>());
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Paper_and_exemption_are_entered_with_who_and_why_and_by_hand_all_are_reminded(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RoundStage.OpenAsync(database, "2026-09-07 07:00");
        stage.Bot.Channel.Roster.Install(Person.Numbered(Silent));
        await stage.BringInAsync(RoundStage.Member(Silent, "Gus"), OnPaper, RoundStage.Member(Ann, "Ann"));
        var round = (await stage.Desk.StartAsync(stage.Policy, "Sam", Round.ByHand, null, Token))!;
        await stage.UntilAsync("2026-09-07 18:00", TimeSpan.FromHours(1));

        Assert.True(await stage.Desk.EnterAsync(stage.Policy, "W-17", new RegisterEvent.SignedOnPaper(new DateOnly(2026, 9, 7), "Sam", "no account"), Token));
        Assert.True(await stage.Desk.EnterAsync(stage.Policy, Person.Numbered(Ann).EntraId.ToUpper(CultureInfo.InvariantCulture), new RegisterEvent.Exempted("Sam", "long leave"), Token));
        Assert.False(await stage.Desk.EnterAsync(stage.Policy, "nobody", new RegisterEvent.Exempted("Sam", "?"), Token));
        Assert.Equal(1, await stage.Desk.RemindAsync(round, null, Token));
        await stage.UntilAsync("2026-09-08 07:30", TimeSpan.FromMinutes(30));
        Assert.Single(stage.SentTo(Silent)); // The reminder was asked for after the school had closed.
        await stage.UntilAsync("2026-09-08 18:00", TimeSpan.FromHours(1));

        Assert.Equal(2, stage.SentTo(Silent).Count);
        var states = await stage.StatesAsync(round);
        Assert.Equal((MemberState.Acknowledged, MemberState.Exempt), (states["W-17"], states[Person.Numbered(Ann).EntraId]));
        Assert.Contains(await stage.RegisterAsync(), entry => entry.ReadEvent() is RegisterEvent.SignedOnPaper { EnteredBy: "Sam", Reason: "no account" });

        await stage.EraseAsync("W-17");
        Assert.DoesNotContain("W-17", (await stage.StatesAsync(round)).Keys);
        Assert.DoesNotContain(await stage.RegisterAsync(), entry => entry.Person == "W-17");
    }

    private static DateOnly DayOf(Delivery sent) => PolicyBot.Policies.SchoolTime.DayOf(sent.When);
}
