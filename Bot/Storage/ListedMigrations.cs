using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Postgres = PolicyBot.Storage.Migrations.Postgres;
using Sqlite = PolicyBot.Storage.Migrations.Sqlite;

namespace PolicyBot.Storage;

/// <summary>
/// The migrations of a database, each named. EF Core would look for them among all types of the program, and so load every
/// type at each start, and the libraries they come from.
/// </summary>
internal sealed class ListedMigrations(ICurrentDbContext current) : IMigrationsAssembly
{
    private static readonly Type[]
        OnSqlite = [
            typeof(Sqlite.First), typeof(Sqlite.Dialogs), typeof(Sqlite.Questions), typeof(Sqlite.Register), typeof(Sqlite.People),
            typeof(Sqlite.Rounds), typeof(Sqlite.TextsAndLiveCards), typeof(Sqlite.Errands), typeof(Sqlite.Reviews), typeof(Sqlite.ButtonKey)],
        OnPostgres = [
            typeof(Postgres.First), typeof(Postgres.Dialogs), typeof(Postgres.Questions), typeof(Postgres.Register), typeof(Postgres.People),
            typeof(Postgres.Rounds), typeof(Postgres.TextsAndLiveCards), typeof(Postgres.Errands), typeof(Postgres.Reviews), typeof(Postgres.ButtonKey)];

    private readonly bool _isSqlite = current.Context is SqliteDatabase;

    private IReadOnlyDictionary<string, TypeInfo>? _migrations;
    private ModelSnapshot? _snapshot;

    /// <summary>By their ids, which begin with the time they were made.</summary>
    public IReadOnlyDictionary<string, TypeInfo> Migrations => _migrations ??= new SortedList<string, TypeInfo>(
        (_isSqlite ? OnSqlite : OnPostgres).ToDictionary(IdOf, type => type.GetTypeInfo()), StringComparer.Ordinal);

    public ModelSnapshot ModelSnapshot => _snapshot ??= _isSqlite ? new Sqlite.SqliteDatabaseModelSnapshot() : new Postgres.PostgresDatabaseModelSnapshot();

    public Assembly Assembly => typeof(ListedMigrations).Assembly;

    /// <param name="nameOrId">"Rounds", or its id.</param>
    public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(id =>
        id.Equals(nameOrId, StringComparison.OrdinalIgnoreCase) || id.EndsWith($"_{nameOrId}", StringComparison.OrdinalIgnoreCase));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass)!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    private static string IdOf(Type migration) => migration.GetCustomAttribute<MigrationAttribute>()!.Id;
}
