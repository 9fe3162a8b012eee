using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PolicyBot.Storage.Schedules;
using PolicyBot.Turns;
using Quartz;

namespace PolicyBot.Tests.Storage.Health;

public sealed class HealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_bot_on_its_database_is_ready(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var host = await HealthQuestion.StartedAsync(database);

        Assert.Equal("200 Healthy", await host.AskAsync("live"));
        Assert.Equal("""
            200 Healthy
            outbox Healthy: Promised messages go out.
            errands Healthy: Errands are run.
            process Healthy: The bot runs.
            database Healthy: The database answers.
            schema Healthy: The database has this program's tables.
            schedule Healthy: Scheduled work is done at its times.
            """, await host.AskAsync("ready"));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Work_that_nobody_does_is_named(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var host = await HealthQuestion.StartedAsync(database);
        var job = JobBuilder.Create<WorkJob>().WithIdentity("reminders").Build();
        var trigger = TriggerBuilder.Create(host.Clock).WithIdentity("reminders").WithExecutionGroup("another's").StartNow();
        await host.Services.GetRequiredService<Timekeeper>().Scheduler!.ScheduleJob(job, trigger.Build(), default, Token);

        host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Contains("schedule Healthy", await host.AskAsync("ready"), StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromSeconds(1));
        var ready = await host.AskAsync("ready");
        Assert.StartsWith("200 Degraded", ready, StringComparison.Ordinal);
        Assert.Matches("schedule Degraded: Scheduled work is overdue: [a-z, -]*reminders", ready);
    }

    [Theory]
    [InlineData(60, "outbox Healthy: Promised messages go out.")]
    [InlineData(61, "outbox Degraded: A message that could have been sent has waited for 61 seconds.")]
    public async Task Messages_that_do_not_go_out_are_named(int seconds, string says)
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        var stuck = new StuckOutbox(ManualClock.Start.AddSeconds(-seconds));
        await using var host = await HealthQuestion.StartedAsync(database, services => services.AddSingleton<IOutboxStore>(stuck));

        var ready = await host.AskAsync("ready");

        Assert.StartsWith("200", ready, StringComparison.Ordinal);
        Assert.Contains(says, ready, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_is_stopping_says_so()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var host = await HealthQuestion.StartedAsync(database);

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal("200 Healthy", await host.AskAsync("live"));
        var ready = await host.AskAsync("ready");
        Assert.StartsWith("503 Unhealthy", ready, StringComparison.Ordinal);
        Assert.Contains("process Unhealthy: The bot is stopping.", ready, StringComparison.Ordinal);
    }
}
