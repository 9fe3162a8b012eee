using PolicyBot.Storage;
using PolicyBot.Tests.Turns;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage;

/// <summary>The errands of a test's own database, and ways to ask for them and settle them.</summary>
internal sealed class ErrandDesk : IDisposable
{
    private readonly TestDatabase _database;
    private readonly RecordStore _records;

    private ErrandDesk(TestDatabase database)
    {
        (_database, Databases) = (database, new Databases(database.Settings));
        Store = new ErrandStore(Databases);
        _records = new RecordStore(Databases, new TurnRecords([new ErrandRecords(Clock), new AbsenceWriter(), new ReturnWriter()]), Clock);
    }

    public ManualClock Clock { get; } = new(ManualClock.Start);

    public Databases Databases { get; }

    public ErrandStore Store { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ErrandDesk> OpenAsync(string provider)
    {
        var desk = new ErrandDesk(new TestDatabase(provider));
        await desk.Databases.PrepareAsync();
        return desk;
    }

    public static Errand Errand(string key, string kind = "feed", string person = "ann") => new(key, kind, person, "{}", ManualClock.Start);

    public Task<bool> AskAsync(params Errand[] errands) => WriteAsync(new Errands(errands));

    public Task<bool> WriteAsync(params object[] records) => _records.WriteAsync(records, [], Token);

    public Task<IReadOnlyList<ClaimedErrand>> ClaimAsync(DateTimeOffset now, int most = 100) => Store.ClaimAsync("feed", most, now, now.AddMinutes(1), Token);

    /// <summary>Claims what is due and settles it so, in order; the last goes for all that are left. What is tried again is so in five minutes.</summary>
    public async Task SettleAsync(DateTimeOffset now, string kind, params ErrandOutcome[] outcomes)
    {
        var claimed = await Store.ClaimAsync(kind, 100, now, now.AddMinutes(1), Token);
        Assert.NotEmpty(claimed);
        await Store.SettleAsync([.. claimed.Select((errand, i) => new SettledErrand(errand.Id, outcomes[Math.Min(i, outcomes.Length - 1)], now.AddMinutes(5)))], now, Token);
    }

    public Task SettleAsync(params ErrandOutcome[] outcomes) => SettleAsync(ManualClock.Start, "feed", outcomes);

    public void Dispose()
    {
        Databases.Dispose();
        _database.Dispose();
    }
}
