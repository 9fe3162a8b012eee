using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Storage;

#pragma warning disable EF1001 // What a provider adds for design time is internal to EF Core, and there is no other way to it.

namespace PolicyBot.Benchmarks.Migrations;

/// <summary>Writes the next migration of both databases from the model; dotnet-ef would need a package that is not to be had.</summary>
internal static class MigrationWriter
{
    public static void Write(string name)
    {
        using var sqlite = new SqliteDatabase(new DbContextOptionsBuilder<SqliteDatabase>().UseSqlite("Data Source=:memory:").Options);
        using var postgres = new PostgresDatabase(new DbContextOptionsBuilder<PostgresDatabase>().UseNpgsql("Host=nowhere").Options);
        Write(name, sqlite, "Sqlite", new Microsoft.EntityFrameworkCore.Sqlite.Design.Internal.SqliteDesignTimeServices());
        Write(name, postgres, "Postgres", new Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal.NpgsqlDesignTimeServices());
        Console.WriteLine("Add both to Storage/ListedMigrations.cs.");
    }

    private static void Write(string name, BotDatabase database, string folder, IDesignTimeServices provider)
    {
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(database);
        provider.ConfigureDesignTimeServices(services);
        using var scope = services.BuildServiceProvider();
        var scaffolder = scope.GetRequiredService<IMigrationsScaffolder>();
        var project = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "Bot"));
        var migration = scaffolder.ScaffoldMigration(name, "PolicyBot", $"Storage.Migrations.{folder}", "C#");
        var files = scaffolder.Save(project, migration, Path.Combine(project, "Storage", "Migrations", folder), dryRun: false);
        Console.WriteLine($"{folder}: {Path.GetRelativePath(project, files.MigrationFile!)}");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
