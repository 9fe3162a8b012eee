namespace PolicyBot.Tests.Storage.Backups;

public sealed class RestoreTests : IDisposable
{
    private readonly BackupShelf _shelf = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_database_that_gives_way_is_kept_with_all_that_was_in_it()
    {
        var before = await _shelf.FillAsync(0, 5);
        await _shelf.WriteAsync("copy.db");
        var after = await _shelf.FillAsync(5, 5);
        _shelf.StopBots();

        var restored = await _shelf.RestoreAsync("copy.db", replaces: true);

        Assert.True(restored.IsDone, restored.Says);
        Assert.Contains($"The old one is kept as {_shelf.Database}.before-20261123T090000Z.", restored.Says, StringComparison.Ordinal);
        Assert.Equal(before.CheckValue, (await BackupShelf.VerifyAsync(_shelf.Database)).Head.CheckValue);
        _shelf.StopBots();
        Assert.Equal(after.CheckValue, (await BackupShelf.VerifyAsync($"{_shelf.Database}.before-20261123T090000Z")).Head.CheckValue);
    }

    [Fact]
    public async Task While_a_bot_uses_the_database_it_stays_as_it_is()
    {
        await _shelf.FillAsync(0, 2);
        await _shelf.WriteAsync("copy.db");
        var head = await _shelf.FillAsync(2, 2);

        var refused = await _shelf.RestoreAsync("copy.db", replaces: true);

        Assert.Equal($"A bot uses {_shelf.Database}. Stop it first, with: systemctl stop policybot", refused.Says);
        Assert.Equal(head.CheckValue, (await BackupShelf.VerifyAsync(_shelf.Database)).Head.CheckValue);
        Assert.Empty(_shelf.BesideTheDatabase);
        await _shelf.FillAsync(4, 2);
    }

    [Fact]
    public async Task A_database_that_is_there_is_only_replaced_when_that_is_asked_for()
    {
        await _shelf.FillAsync(0, 2);
        await _shelf.WriteAsync("copy.db");
        _shelf.StopBots();

        var refused = await _shelf.RestoreAsync("copy.db");

        Assert.Equal($"There is a database at {_shelf.Database} already. Add --replace to have the backup in its place; the old one is kept beside it.", refused.Says);
        Assert.False((await _shelf.RestoreAsync("copy.db", replaces: true, to: _shelf.In("copy.db"))).IsDone);
    }

    [Theory]
    [InlineData("missing", "There is no file")]
    [InlineData("text", "it is no SQLite database. Choose a file that \"policybot backup\" wrote.")]
    [InlineData("empty", "it is no SQLite database. Choose a file that \"policybot backup\" wrote.")]
    [InlineData("foreign", "is a SQLite database, but not of PolicyBot. Choose a file that \"policybot backup\" wrote.")]
    [InlineData("newer", "is from a newer version of PolicyBot (29990101000000_Later), and this one does not know how to read it. Install that version, and restore with it.")]
    [InlineData("cut", "Take an earlier backup.")]
    [InlineData("scratched", "Take an earlier backup.")]
    public async Task A_file_that_cannot_be_used_changes_nothing(string kind, string sentence)
    {
        var head = await _shelf.FillAsync(0, 300);
        await _shelf.WriteAsync("copy.db");
        await SpoilAsync(kind);
        _shelf.StopBots();

        var refused = await _shelf.RestoreAsync("copy.db", replaces: true);

        Assert.False(refused.IsDone);
        Assert.Contains(sentence, refused.Says, StringComparison.Ordinal);
        Assert.Empty(_shelf.BesideTheDatabase);
        Assert.Equal(head.CheckValue, (await BackupShelf.VerifyAsync(_shelf.Database)).Head.CheckValue);
    }

    [Fact]
    public async Task A_database_too_damaged_to_open_gives_way_too()
    {
        var head = await _shelf.FillAsync(0, 3);
        await _shelf.WriteAsync("copy.db");
        _shelf.StopBots();
        await File.WriteAllBytesAsync(_shelf.Database, new byte[9_000], Token);

        var restored = await _shelf.RestoreAsync("copy.db", replaces: true);

        Assert.True(restored.IsDone, restored.Says);
        Assert.Equal(head.CheckValue, (await BackupShelf.VerifyAsync(_shelf.Database)).Head.CheckValue);
    }

    public void Dispose() => _shelf.Dispose();

    private async Task SpoilAsync(string kind)
    {
        var file = _shelf.In("copy.db");
        var bytes = await File.ReadAllBytesAsync(file, Token);
        switch (kind)
        {
            case "missing": File.Delete(file); break;
            case "text": await File.WriteAllTextAsync(file, "Dear diary", Token); break;
            case "empty": await File.WriteAllBytesAsync(file, [], Token); break;
            case "cut": await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 2)], Token); break;
            case "newer": await BackupShelf.AskAsync(file, """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '10')"""); break;
            case "foreign":
                File.Delete(file);
                await File.WriteAllBytesAsync(file, [], Token);
                await BackupShelf.AskAsync(file, "CREATE TABLE notes (text TEXT)");
                break;
            default:
                Array.Fill(bytes, (byte)0xA5, bytes.Length / 3, bytes.Length / 3);
                await File.WriteAllBytesAsync(file, bytes, Token);
                break;
        }
    }
}
