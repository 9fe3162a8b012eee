using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage;
using PolicyBot.Teams.About;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Storage;

/// <summary>What the school is told that the bot keeps is what the database has, table by table and column by column.</summary>
public sealed class KeptDataTests(SharedBot shared)
{
    private static KeptData Kept => KeptData.Load(new OutboxSettings(), new ErrandSettings());

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Every_column_of_every_table_is_named_once_and_no_other(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        await databases.PrepareAsync();

        var there = await databases.ReadAsync(open => open.Database.SqlQueryRaw<string>(provider == TestDatabase.Sqlite
            ? """SELECT m.name || '.' || c.name AS "Value" FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"""
            : """SELECT table_name || '.' || column_name AS "Value" FROM information_schema.columns WHERE table_schema = 'public'""").ToListAsync(TestContext.Current.CancellationToken));
        var own = there.Where(name => !name.StartsWith("QRTZ_", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("__EF", StringComparison.Ordinal) && !name.StartsWith("sqlite_", StringComparison.Ordinal));

        Assert.Equal(own.Order(StringComparer.Ordinal), Kept.Tables.SelectMany(table => table.Personal.Concat(table.Other).Select(column => $"{table.Name}.{column}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_school_gets_a_table_to_paste_with_days_from_the_settings()
    {
        var text = KeptData.Load(new OutboxSettings { KeepDays = 12 }, new ErrandSettings { KeepDays = 345 }).ToMarkdown();

        Assert.Contains("that it was sent, 12 days", text, StringComparison.Ordinal);
        Assert.Contains("that it was done, 345 days", text, StringComparison.Ordinal);
        Assert.Contains("| People | who is on the roster", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/privacy", "What the Club keeps about you in PolicyBot", "who was asked, reminded and has confirmed")]
    [InlineData("/terms", "Terms of use", "call 999 if anybody is in danger")]
    public async Task The_pages_that_the_app_links_to_are_there(string path, string heading, string says)
    {
        var page = await shared.Host.Http.GetStringAsync(path, TestContext.Current.CancellationToken);

        Assert.Contains(heading, page, StringComparison.Ordinal);
        Assert.Contains(says, page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Sam", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{", page[page.IndexOf("<h1>", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }
}
