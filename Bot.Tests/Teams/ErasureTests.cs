using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Storage;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Teams;

/// <summary>Somebody who has used everything gets a copy of all that is kept about them, and then is in no table.</summary>
public sealed class ErasureTests
{
    private const string Ann = "11111111-2222-3333-4444-555555555555", Wish = "may we have a trampoline";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_has_used_everything_gets_a_copy_of_it_and_then_is_nowhere(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var bot = await BotHost.StartAsync(database: database);
        foreach (var text in (string[])["ask my manager", Wish, "send", "sign the policy", "I have read it"])
            await SayAsync(bot, text);
        await bot.Services.GetRequiredService<ReferenceBook>().WriteAsync(Token);
        var (databases, records) = (bot.Services.GetRequiredService<Databases>(), bot.Services.GetRequiredService<IPersonRecords>());

        using var copy = new MemoryStream();
        Assert.True(await records.WriteAsync(Ann, copy, Token) > 3);
        var tables = JsonNode.Parse(Encoding.UTF8.GetString(copy.ToArray()))!["tables"]!.AsObject();
        Assert.Equal(["Questions", "States", "References", "Register"], tables.Select(table => table.Key).Where(name => name != "Outbox"));
        Assert.Equal(Wish, (string?)tables["Questions"]![0]!["Text"]);
        Assert.Contains(Ann, await EverythingAsync(databases), StringComparison.Ordinal);

        var erased = await records.EraseAsync(Ann, "Sam", "asked for it", bot.Clock.GetUtcNow(), Token);

        Assert.True(erased is { Entries: > 0, Rows: > 2 });
        var everything = await EverythingAsync(databases);
        Assert.DoesNotContain(Ann, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("a:1", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Wish, everything, StringComparison.Ordinal);
        Assert.Equal(0, await records.WriteAsync(Ann, Stream.Null, Token));
        var check = new ChainCheck();
        check.End(await bot.Services.GetRequiredService<IRegister>().ReadAsync(check.Take, Token));
        Assert.Empty(check.Faults);
    }

    private static async Task SayAsync(BotHost bot, string text)
    {
        using var response = await bot.PostAsync(Said.Message(text, bot.Channel.ServiceUrl, more: Said.ExpectReplies));
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Every value of every row of every table of ours, but for the answers of the last days, which nobody can be found by.</summary>
    private static Task<string> EverythingAsync(Databases databases) => databases.ReadAsync(async database =>
    {
        var text = new StringBuilder();
        foreach (var table in database.Model.GetEntityTypes().Where(type => type.GetTableName() != "Heard"))
        {
            var set = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(table.ClrType).Invoke(database, null)!;
            foreach (var row in await set.ToListAsync(Token))
                text.AppendLine(JsonSerializer.Serialize(database.Entry(row).Properties.ToDictionary(column => column.Metadata.Name, column => column.CurrentValue)));
        }

        return text.ToString();
    });
}
