using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>
/// Opens the database for one piece of work, and says <see cref="StoreAwayException"/> where there is none just now. On
/// SQLite, which knows one writer at a time, the writers of this process queue here instead of polling the file.
/// </summary>
internal sealed class Databases : IDisposable
{
    private const int MostTries = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim? _writer;
    private readonly string? _file;
    private readonly Func<BotDatabase> _open;
    private readonly Lock _gate = new();
    private Task _preparing = Task.CompletedTask;
    private volatile bool _isPrepared;

    public Databases(StorageSettings settings)
    {
        IsSqlite = settings.Provider is StorageProvider.Sqlite;
        _file = IsSqlite ? settings.Whereabouts : null;
        _writer = IsSqlite ? new SemaphoreSlim(1) : null;
        _open = IsSqlite ? Sqlite(settings.ConnectionString) : Postgres(settings.ConnectionString);
    }

    /// <summary>What EF Core makes of the tables takes longer than reading them: it is made beside other work, without a look at the database.</summary>
    public static void WarmUp(StorageSettings settings) => Task.Run(() =>
    {
        using var databases = new Databases(settings);
        using var database = databases._open();
        database.Database.GetMigrations();
        _ = database.Keys.Where(row => row.Name == "").ToQueryString();
    });

    public bool IsSqlite { get; }

    /// <summary>Whether there is no file yet, in a folder that is there: what uses the database first makes it.</summary>
    public bool IsToBeMade => !_isPrepared && _file is not null && !File.Exists(_file) && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(_file)));

    /// <summary>Whether the schema has been this program's own.</summary>
    public bool IsPrepared => _isPrepared;

    /// <summary>Null until the database was prepared.</summary>
    public byte[]? ButtonSecret { get; private set; }

    /// <summary>
    /// Brings the schema to this program's own. Whoever needs the database first sees to it, and the others wait for the
    /// same attempt: where the database hangs, nobody waits for more than one.
    /// </summary>
    public Task PrepareAsync()
    {
        lock (_gate)
        {
            if (!_isPrepared && _preparing.IsCompleted)
                _preparing = Task.Run(MigrateAsync);

            return _preparing;
        }
    }

    /// <summary>The database as it is, whatever schema it has; where there is none, none is made.</summary>
    public async Task<T> OpenAsync<T>(Func<BotDatabase, Task<T>> work)
    {
        try
        {
            await using var database = _open();
            return await work(database);
        }
        catch (Exception fault) when (DatabaseFaults.IsAway(fault))
        {
            throw new StoreAwayException(fault.GetBaseException().Message, fault);
        }
    }

    public async Task<T> ReadAsync<T>(Func<BotDatabase, Task<T>> work)
    {
        if (!_isPrepared)
            await WaitUntilPreparedAsync();

        return await OpenAsync(work);
    }

    public async Task<T> WriteAsync<T>(Func<BotDatabase, Task<T>> work, CancellationToken cancellationToken)
    {
        if (_writer is null)
            return await UntilNoDeadlockAsync(work);

        await _writer.WaitAsync(cancellationToken);
        try
        {
            return await ReadAsync(work);
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose() => _writer?.Dispose();

    /// <summary>PostgreSQL ends one of two transactions that wait for each other; nothing of it was done, so it is done again.</summary>
    private async Task<T> UntilNoDeadlockAsync<T>(Func<BotDatabase, Task<T>> work)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await ReadAsync(work);
            }
            catch (Exception fault) when (DatabaseFaults.IsDeadlock(fault) && tries < MostTries)
            {
                // The other transaction is through; this one is next.
            }
        }
    }

    /// <summary>Somebody waits for an answer: what takes longer goes on without them.</summary>
    private async Task WaitUntilPreparedAsync()
    {
        try
        {
            await PrepareAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new StoreAwayException("The database is still being prepared.") { IsBeingPrepared = true };
        }
    }

    /// <summary>A database that cannot be brought to this schema is as good as none: nothing may be written to it.</summary>
    private async Task MigrateAsync()
    {
        try
        {
            ButtonSecret = await OpenAsync(async database =>
            {
                await Schema.MigrateAsync(database);
                return await ButtonKey.MakeAsync(database);
            });
            _isPrepared = true;
        }
        catch (DbException fault)
        {
            throw new StoreAwayException($"It cannot be brought to this program's schema: {fault.Message}", fault);
        }
    }

    private static Func<BotDatabase> Sqlite(string connection) =>
        Pooled<SqliteDatabase>(options => options.UseSqlite(connection).AddInterceptors(new SqliteConnectionRules()));

    private static Func<BotDatabase> Postgres(string connection) => Pooled<PostgresDatabase>(options => options.UseNpgsql(connection));

    private static Func<BotDatabase> Pooled<T>(Action<DbContextOptionsBuilder> useProvider) where T : BotDatabase
    {
        var options = new DbContextOptionsBuilder<T>();
        useProvider(options);
        options.ReplaceService<IMigrationsAssembly, ListedMigrations>();
        return new PooledDbContextFactory<T>(options.Options).CreateDbContext;
    }
}
