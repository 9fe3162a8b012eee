using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Storage;
using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Storage.Health;

public sealed class HealthWithoutDatabaseTests
{
    private const string
        NobodyListens = "Host=127.0.0.1;Port=1;Username=bot;Password=the-secret;Database=bot",
        Unknown = "schema Unhealthy: Whether the database has this program's tables is known when it can be reached.",
        NotPrepared = "schema Unhealthy: The database is not prepared yet.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A folder that is a file, so that nobody can make a database in it, whatever rights they have.</summary>
    private static string NoFolder => $"Data Source={typeof(HealthWithoutDatabaseTests).Assembly.Location}/policybot.db";

    public static TheoryData<string, string, string> Away =>
        [(TestDatabase.Postgres, NobodyListens, Unknown), (TestDatabase.Sqlite, NoFolder, NotPrepared)];

    [Theory, MemberData(nameof(Away))]
    public async Task A_bot_without_its_database_lives_and_is_not_ready(string provider, string connection, string schema)
    {
        await using var host = await BotHost.StartAsync(database: TestDatabase.At(provider, connection));

        Assert.Equal("200 Healthy", await host.AskAsync("live"));
        var ready = await host.AskAsync("ready");
        Assert.StartsWith("503 Unhealthy\n", ready, StringComparison.Ordinal);
        Assert.Contains("process Healthy", ready, StringComparison.Ordinal);
        Assert.Contains("database Unhealthy: The database cannot be reached.", ready, StringComparison.Ordinal);
        Assert.Contains(schema, ready, StringComparison.Ordinal);
        Assert.Contains("outbox Degraded: Whether promised messages go out is known", ready, StringComparison.Ordinal);
        Assert.Contains("schedule Degraded: Scheduled work waits for the database.", ready, StringComparison.Ordinal);
        Assert.DoesNotContain("the-secret", ready, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_hangs_holds_no_answer_up()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        var hanging = $"Host=127.0.0.1;Port={port};Username=bot;Database=bot;SSL Mode=Disable";
        await using var host = await BotHost.StartAsync(database: TestDatabase.At(TestDatabase.Postgres, hanging));

        var ready = await host.AskAsync("ready");

        Assert.StartsWith("503 Unhealthy\n", ready, StringComparison.Ordinal);
        Assert.Contains("database Unhealthy: There was no answer in time.", ready, StringComparison.Ordinal);
        Assert.Contains("schema Unhealthy: There was no answer in time.", ready, StringComparison.Ordinal);
        Assert.Contains("outbox Degraded", ready, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_database_that_a_newer_program_changed_is_named_so(string provider)
    {
        const string Later = """
            INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20990101000000_Later', '99.0')
            """;
        using var database = new TestDatabase(provider);
        await using var host = await HealthQuestion.StartedAsync(database);
        await host.Services.GetRequiredService<Databases>()
            .WriteAsync(open => open.Database.ExecuteSqlRawAsync(Later, Token), Token);

        var ready = await host.AskAsync("ready");

        Assert.StartsWith("503 Unhealthy\n", ready, StringComparison.Ordinal);
        Assert.Contains("schema Unhealthy: A newer program has changed the database (20990101000000_Later), "
            + "and this one does not know how.", ready, StringComparison.Ordinal);
    }
}
