using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <inheritdoc cref="IButtonKey"/>
internal sealed class ButtonKey(Databases databases) : IButtonKey
{
    private const string Name = "buttons";

    public byte[]? Current => databases.ButtonSecret;

    public async ValueTask<byte[]> ReadAsync() =>
        databases.ButtonSecret ?? await databases.ReadAsync(_ => Task.FromResult(databases.ButtonSecret!));

    /// <summary>Of replicas that start together the first one's stays.</summary>
    public static async Task<byte[]> MakeAsync(BotDatabase database)
    {
        var kept = database.Keys.Where(row => row.Name == Name).Select(row => row.Secret);
        if (await kept.FirstOrDefaultAsync() is { } secret)
            return Convert.FromHexString(secret);

        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await database.Database.ExecuteSqlAsync($"""INSERT INTO "Keys" ("Name", "Secret") VALUES ({Name}, {made}) ON CONFLICT ("Name") DO NOTHING""");
        return Convert.FromHexString(await kept.FirstAsync());
    }
}
