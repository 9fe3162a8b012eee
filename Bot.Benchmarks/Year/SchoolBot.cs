using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Benchmarks.Lasting;
using PolicyBot.Commands;
using PolicyBot.Policies;
using PolicyBot.Teams.Rounds;
using PolicyBot.Teams.Texts;
using PolicyBot.Tests.Acknowledgements;
using PolicyBot.Tests.Policies;
using PolicyBot.Turns;

namespace PolicyBot.Benchmarks.Year;

/// <summary>The product as it stands from one restart to the next, with one text of its policy, and nothing that runs by itself.</summary>
internal sealed class SchoolBot : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SchoolBot(WebApplication app) => _app = app;

    public IOutboxStore Outbox => Get<IOutboxStore>();

    public Policy Policy => Get<RoundDesk>().PolicyOf(null)!;

    /// <param name="before">The bot that has stopped; null at the beginning.</param>
    public static SchoolBot Start(ServedDatabase database, TimeProvider clock, SchoolBot? before = null, string old = "", string other = "")
    {
        var app = Program.Build(["--environment=Development", "--Logging:LogLevel:Default=Warning", $"--Manager:EntraId={YearRun.Manager}", "--Outbox:PerConversation=none", .. database.Arguments],
            new StartMistakes(), services =>
            {
                services.AddSingleton(clock).AddSingleton(Calendars.Year);
                if (before is not null)
                    services.AddReworded(before.Get<PolicyLibrary>(), old, other);
            });
        return new SchoolBot(app);
    }

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    public Task WorkAsync<TWork>() where TWork : IScheduledWork => _app.Services.GetServices<IScheduledWork>().OfType<TWork>().Single().RunAsync(CancellationToken.None);

    /// <summary>It has another text than before: the manager says what it is.</summary>
    public async Task SettleAsync(bool isCorrection, string reason, DateTimeOffset now)
    {
        await WorkAsync<TextWatch>();
        var news = await Get<TextDesk>().NewsAsync(Policy, CancellationToken.None) ?? throw new InvalidOperationException("The bot has not noticed the new text.");
        await Get<TextDesk>().SettleAsync(news, isCorrection, "Sam", reason, now, null, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
