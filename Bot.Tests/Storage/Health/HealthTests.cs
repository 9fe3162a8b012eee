using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicyBot.Storage;
using PolicyBot.Storage.Schedules;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Turns;
using Quartz;

namespace PolicyBot.Tests.Storage.Health;

public sealed class HealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Away => [
        (TestDatabase.Postgres, "Host=127.0.0.1;Port=1;Username=bot;Password=the-secret;Database=bot", "Whether the database has"),
        (TestDatabase.Sqlite, $"Data Source={Path.Combine(typeof(HealthTests).Assembly.Location, "policybot.db")}", "The database is not prepared yet.")]; // A file is no folder.

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_bot_on_its_database_is_ready(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var host = await StartedAsync(database);

        Assert.Equal("200 Healthy", await AskAsync(host, "live"));
        Assert.Equal("""
            200 Healthy
            outbox Healthy: Promised messages go out.
            process Healthy: The bot runs.
            database Healthy: The database answers.
            schema Healthy: The database has this program's tables.
            schedule Healthy: Scheduled work is done at its times.
            """, await AskAsync(host, "ready"));
    }

    [Theory, MemberData(nameof(Away))]
    public async Task A_bot_without_its_database_lives_and_is_not_ready(string provider, string connection, string schema)
    {
        await using var host = await BotHost.StartAsync(database: TestDatabase.At(provider, connection));

        Assert.Equal("200 Healthy", await AskAsync(host, "live"));
        var ready = await AskAsync(host, "ready");
        Assert.StartsWith("503 Unhealthy\n", ready, StringComparison.Ordinal);
        Assert.Contains("\ndatabase Unhealthy: The database cannot be reached. See that it runs and that Storage:ConnectionString is right; the log has the reason.\n", ready, StringComparison.Ordinal);
        Assert.Contains($"\nschema Unhealthy: {schema}", ready, StringComparison.Ordinal);
        Assert.Contains("\noutbox Degraded: Whether promised messages go out is known when the database can be reached.\n", ready, StringComparison.Ordinal);
        Assert.Contains("\nschedule Degraded: Scheduled work waits for the database.", ready, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret", ready, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_hangs_holds_no_answer_up()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        await using var host = await BotHost.StartAsync(database: TestDatabase.At(TestDatabase.Postgres,
            $"Host=127.0.0.1;Port={port};Username=bot;Database=bot;Timeout=60;Command Timeout=60;SSL Mode=Disable"));

        var ready = await AskAsync(host, "ready");

        Assert.StartsWith("503", ready, StringComparison.Ordinal);
        Assert.Contains("database Unhealthy: There was no answer in time.", ready, StringComparison.Ordinal);
        Assert.Contains("schema Unhealthy: There was no answer in time.", ready, StringComparison.Ordinal);
        Assert.Contains("outbox Degraded: There was no answer in time.", ready, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_database_that_a_newer_program_changed_is_named_so(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var host = await StartedAsync(database);
        await host.Services.GetRequiredService<Databases>().WriteAsync(open => open.Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20990101000000_Later', '99.0')""", Token), Token);

        var ready = await AskAsync(host, "ready");

        Assert.StartsWith("503", ready, StringComparison.Ordinal);
        Assert.Contains("schema Unhealthy: A newer program has changed the database (20990101000000_Later), and this one does not know how.", ready, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Work_that_nobody_does_is_named(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var host = await StartedAsync(database);
        var scheduler = host.Services.GetRequiredService<Timekeeper>().Scheduler!;
        await scheduler.ScheduleJob(JobBuilder.Create<WorkJob>().WithIdentity("reminders").Build(),
            TriggerBuilder.Create(host.Clock).WithIdentity("reminders").WithExecutionGroup("another program's").StartNow().Build(), default, Token);

        host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Contains("schedule Healthy", await AskAsync(host, "ready"), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("schedule Degraded: Scheduled work is overdue: reminders.", await AskAsync(host, "ready"), StringComparison.Ordinal);
    }

    [Theory, InlineData(60, "outbox Healthy"), InlineData(61, "outbox Degraded: A message that could have been sent has waited for 61 seconds.")]
    public async Task Messages_that_do_not_go_out_are_named(int seconds, string says)
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var host = await StartedAsync(database, services => services.AddSingleton<IOutboxStore>(new StuckOutbox(ManualClock.Start.AddSeconds(-seconds))));

        var ready = await AskAsync(host, "ready");

        Assert.StartsWith("200", ready, StringComparison.Ordinal);
        Assert.Contains(says, ready, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_is_stopping_says_so()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var host = await StartedAsync(database);

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal("200 Healthy", await AskAsync(host, "live"));
        var ready = await AskAsync(host, "ready");
        Assert.StartsWith("503", ready, StringComparison.Ordinal);
        Assert.Contains("process Unhealthy: The bot is stopping. Send people to another replica.", ready, StringComparison.Ordinal);
    }

    private static async Task<BotHost> StartedAsync(TestDatabase database, Action<IServiceCollection>? change = null)
    {
        var host = await BotHost.StartAsync(change, database);
        await host.Services.GetRequiredService<Timekeeper>().ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(60), Token);
        return host;
    }

    /// <summary>The answer as lines: the status, then each check.</summary>
    private static async Task<string> AskAsync(BotHost host, string what)
    {
        using var response = await host.Http.GetAsync(new Uri($"/health/{what}", UriKind.Relative), Token);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        var checks = json.RootElement.GetProperty("checks").EnumerateArray()
            .Select(check => $"{check.GetProperty("name")} {check.GetProperty("status")}: {check.GetProperty("says")}");
        return string.Join('\n', checks.Prepend($"{(int)response.StatusCode} {json.RootElement.GetProperty("status")}"));
    }

    /// <summary>Has a message that could be sent since then, and gives it to nobody.</summary>
    private sealed class StuckOutbox(DateTimeOffset since) : IOutboxStore
    {
        public Task<int> PromiseAsync(IReadOnlyList<Promise> promises, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(0);

        public Task<IReadOnlyList<OutboxMessage>> ClaimAsync(int most, DateTimeOffset now, DateTimeOffset leaseEnds, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<OutboxMessage>>([]);

        public Task SettleAsync(IReadOnlyList<Settlement> settlements, DateTimeOffset now, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<DateTimeOffset> ReserveAsync(TimeSpan time, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult(now);

        public Task<IReadOnlyList<CampaignProgress>> ProgressAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<CampaignProgress>>([]);

        public Task<DateTimeOffset?> OldestDueAsync(DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(since);
    }
}
