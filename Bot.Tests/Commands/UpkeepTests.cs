using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Moq;
using PolicyBot.Commands;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Commands;

public sealed class UpkeepTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("upkeep");
    private readonly ManualClock _clock = new(ManualClock.Start);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("backup copy.db", "Backup { Path = copy.db, Most =  }")]
    [InlineData("--environment Development backup folder --keep 14", "Backup { Path = folder, Most = 14 }")]
    [InlineData("restore copy.db", "Restore { File = copy.db, Replaces = False }")]
    [InlineData("restore --replace copy.db", "Restore { File = copy.db, Replaces = True }")]
    [InlineData("restore copy.db --replace --environment Development", "Restore { File = copy.db, Replaces = True }")]
    [InlineData("health", "AskHealth { Address = http://127.0.0.1:3978, Waits = False }")]
    [InlineData("health --wait", "AskHealth { Address = http://127.0.0.1:3978, Waits = True }")]
    [InlineData("health http://127.0.0.1:4000 --wait", "AskHealth { Address = http://127.0.0.1:4000, Waits = True }")]
    public void What_is_typed_is_understood(string typed, string command) =>
        Assert.Equal(command, Command.Parse(typed.Split(' ')).ToString());

    [Theory]
    [InlineData("backup", "backup needs the name of a file or folder")]
    [InlineData("backup --keep 3", "backup needs the name of a file or folder")]
    [InlineData("backup folder --keep none", "backup needs the name of a file or folder")]
    [InlineData("backup folder --keep 0", "backup needs the name of a file or folder")]
    [InlineData("restore", "restore needs the name of one backup")]
    [InlineData("restore --replace", "restore needs the name of one backup")]
    [InlineData("health a b", "health has the address of a bot")]
    public void What_cannot_be_understood_says_what_is_wrong(string typed, string message) =>
        Assert.StartsWith(message, Assert.IsType<Command.Explain>(Command.Parse(typed.Split(' '))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task In_a_folder_the_last_ones_are_kept_and_what_is_no_backup_stays()
    {
        await File.WriteAllTextAsync(In("policybot-before-the-move.db"), "mine", Token);
        await File.WriteAllTextAsync(In("notes.txt"), "mine", Token);
        var command = new BackupCommand(Written(), _clock);

        var said = new List<Command.Explain>();
        for (var night = 0; night < 4; night++)
        {
            said.Add(await command.WriteAsync(_folder.FullName, 3));
            _clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(["notes.txt", "policybot-20261124T090000Z.db", "policybot-20261125T090000Z.db", "policybot-20261126T090000Z.db", "policybot-before-the-move.db"],
            _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Written.", said[2].Text);
        Assert.Equal("Written.\n1 older backup was deleted, 3 are kept.", said[3].Text);
    }

    [Fact]
    public async Task Where_a_backup_fails_no_older_one_is_deleted()
    {
        await File.WriteAllTextAsync(In("policybot-20261101T090000Z.db"), "old", Token);
        await File.WriteAllTextAsync(In("policybot-20261102T090000Z.db"), "old", Token);

        var said = await new BackupCommand(Written(isDone: false), _clock).WriteAsync(_folder.FullName, 1);

        Assert.Equal(Command.Failed, said.ExitCode);
        Assert.Equal(2, _folder.GetFiles().Length);
    }

    [Fact]
    public async Task How_many_are_kept_is_said_of_a_folder() =>
        Assert.StartsWith("--keep is for backups in a folder", (await new BackupCommand(Written(), _clock).WriteAsync(In("copy.db"), 3)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(200, """{"status":"Healthy","checks":[{"name":"process","status":"Healthy","says":"The bot runs."}]}""", 0, "Healthy\n  process    Healthy    The bot runs.")]
    [InlineData(503, """{"status":"Unhealthy","checks":[{"name":"database","status":"Unhealthy","says":"It is away."}]}""", 1, "Unhealthy\n  database   Unhealthy  It is away.")]
    [InlineData(200, "<html>", 1, "is not PolicyBot. Check the address.")]
    [InlineData(200, "{}", 1, "is not PolicyBot. Check the address.")]
    [InlineData(200, "[1]", 1, "is not PolicyBot. Check the address.")]
    public async Task What_the_bot_says_of_itself_is_said(int status, string answer, int code, string said)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/health/ready", async http =>
        {
            http.Response.StatusCode = status;
            await http.Response.WriteAsync(answer, Token);
        });
        await app.StartAsync(Token);

        var explained = await HealthCommand.AskAsync(app.Urls.First());

        Assert.Equal(code, explained.ExitCode);
        Assert.EndsWith(said, explained.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_comes_up_is_waited_for()
    {
        var asked = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/health/ready", async http =>
        {
            http.Response.StatusCode = ++asked < 2 ? 503 : 200;
            await http.Response.WriteAsync("""{"status":"?","checks":[]}""", Token);
        });
        await app.StartAsync(Token);

        Assert.Equal(Command.Done, (await HealthCommand.RunAsync(app.Urls.First(), HealthCommand.Minute)).ExitCode);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Where_no_bot_answers_it_says_where_to_look()
    {
        Assert.Contains("journalctl -u policybot", (await HealthCommand.AskAsync("http://127.0.0.1:1")).Text, StringComparison.Ordinal);
        Assert.Equal(Command.BadUsage, (await HealthCommand.AskAsync("here")).ExitCode);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private static IBackups Written(bool isDone = true)
    {
        var backups = new Mock<IBackups>();
        backups.Setup(each => each.WriteAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((string file, CancellationToken _) =>
        {
            if (isDone)
                File.WriteAllText(file, "backup");
            return new BackupOutcome(isDone, isDone ? "Written." : "The disk is full.");
        });
        return backups.Object;
    }
}
