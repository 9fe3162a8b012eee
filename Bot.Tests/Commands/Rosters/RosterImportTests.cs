using PolicyBot.Acknowledgements.People;
using PolicyBot.Commands;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Commands.Rosters;

/// <summary>A school's file from the command line to the database, and what is said of it. The day is 23 November 2026.</summary>
public sealed class RosterImportTests
{
    private const string Head = "Name,Id,Email,Kind,Starts,Ends,Leave,Days,Hours",
        Sam = "Sam Patel,P-1,sam@school.example,staff,2024-09-02,,,Mon-Fri,15:00-18:00",
        Jo = "Jo Reed,P-2,,volunteer,,,2026-11-01..2027-01-12,\"Mon, Wed\",";

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_file_is_brought_in_and_what_is_otherwise_is_said(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RosterStage.OpenAsync(database);

        Assert.Equal("Sam Patel is new in the file.\nJo Reed is new in the file.\n2 people (1 staff, 1 volunteer) brought in.", Text(await stage.ImportAsync(Head, Sam, Jo)));
        Assert.Equal("Nothing is different from the roster as it was.\n2 people (1 staff, 1 volunteer) brought in.", Text(await stage.ImportAsync(Head, Sam, Jo)));

        var later = await stage.ImportAsync(Head, Sam.Replace("Patel", "Jones", StringComparison.Ordinal), "Al Lee,P-3,,governor,,,,,");
        Assert.Equal("Al Lee is new in the file.\nJo Reed is no longer in the file. If they have left, put them back with their last day under Ends.\n"
            + "Sam Patel is now called Sam Jones.\n2 people (1 staff, 1 governor) brought in.", Text(later));
        Assert.Equal(["Al Lee", "Jo Reed", "Sam Jones"], (await stage.RosterAsync()).Select(person => person.Name));
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task With_try_the_same_is_said_and_nothing_is_changed(string provider)
    {
        using var database = new TestDatabase(provider);
        await using var stage = await RosterStage.OpenAsync(database);
        await stage.ImportAsync(Head, Sam);

        var said = await stage.TryAsync(Head, Sam.Replace("staff", "agency", StringComparison.Ordinal), Jo);

        Assert.Equal("Jo Reed is new in the file.\nSam Patel: changed type.\n2 people (1 agency, 1 volunteer) would be brought in. "
            + "Nothing was changed: leave out --try to do it.", Text(said));
        Assert.Equal(PersonKind.Staff, Assert.Single(await stage.RosterAsync()).Kind);
        Assert.Empty(await stage.RegisterAsync());
    }

    [Fact]
    public async Task With_any_mistake_nothing_is_brought_in_and_all_are_said()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await RosterStage.OpenAsync(database);

        var said = await stage.ImportAsync($"{Head},Room", $"{Sam},12", "Jo Reed,P-2,,,,soon,,,,", ",P-3,,staff,,,,,,");

        Assert.Equal(Command.Failed, said.ExitCode);
        Assert.Equal(["Note: The column 'Room' is not read.", "line 3, Ends", "line 3, Kind", "line 4, Name", "3 to mend. Nothing was brought in."],
            said.Text.Split(Environment.NewLine).Select(line => line.StartsWith("line", StringComparison.Ordinal) ? line[..line.IndexOf(':', StringComparison.Ordinal)] : line));
        Assert.Empty(await stage.RosterAsync());
        Assert.Equal(Command.BadUsage, (await stage.ImportFileAsync("nowhere.csv")).ExitCode);
    }

    [Fact]
    public async Task A_leaver_is_named_until_their_last_day_is_over_and_on_record()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await RosterStage.OpenAsync(database);
        await stage.ImportAsync(Head, Sam, Jo);

        Assert.Contains("Jo Reed is no longer in the file.", (await stage.ImportAsync(Head, Sam)).Text, StringComparison.Ordinal);
        Assert.Contains("Jo Reed: changed end date.", (await stage.ImportAsync(Head, Sam, Jo.Replace("volunteer,,,", "volunteer,,2026-11-22,", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
        Assert.StartsWith("Nothing is different", (await stage.ImportAsync(Head, Sam)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_are_new_forty_are_named_and_who_is_missing_as_well()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await RosterStage.OpenAsync(database);
        await stage.ImportAsync(Head, Sam);

        var lines = (await stage.ImportAsync([Head, .. Enumerable.Range(1, 45).Select(number => $"Person {number},N-{number},,staff,,,,,")])).Text.Split(Environment.NewLine);

        Assert.Equal(43, lines.Length);
        Assert.Equal("… and 5 more like these.", lines[40]);
        Assert.StartsWith("Sam Patel is no longer", lines[41], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_shows_who_must_acknowledge_who_is_away_and_who_has_left()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await RosterStage.OpenAsync(database);
        Assert.Equal("Nobody is on the roster yet. Bring it in: policybot roster import FILE, or --team, or --group", (await stage.ShowAsync()).Text);
        await stage.ImportAsync(Head, Sam, Jo, "Ed Gone,P-4,,agency,,2026-11-22,,,", "Hal Soon,P-5,,student,2026-12-01,,,,");

        var today = (await stage.ShowAsync()).Text;
        Assert.StartsWith("Monday 23 November 2026: 1 must acknowledge, 1 on leave, 1 not started, 1 left.", today, StringComparison.Ordinal);
        Assert.Matches(@"Jo Reed +volunteer +P-2 +until 12 January 2027", today);
        Assert.Matches(@"Ed Gone +agency +P-4 +last day 22 November 2026", today);
        Assert.Matches(@"Hal Soon +student +P-5 +from 1 December 2026", today);
        Assert.StartsWith("Sunday 31 January 2027: 3 must acknowledge, 0 on leave, 0 not started, 1 left.", (await stage.ShowAsync("2027-01-31")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_reaches_the_database()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        await using var stage = await RosterStage.OpenAsync(database);

        Assert.Equal(Command.Done, await TypeAsync(database, "roster", "import", stage.FileOf(Head, Sam), "--try"));
        Assert.Empty(await stage.RosterAsync());
        Assert.Equal(Command.Done, await TypeAsync(database, "roster", "import", stage.FileOf(Head, Sam)));
        Assert.Single(await stage.RosterAsync());
        Assert.Equal(Command.Done, await TypeAsync(database, "roster", "show", "2026-09-01"));
        Assert.Equal(Command.Failed, await TypeAsync(database, "roster", "import", "--team")); // The bot is in none.
    }

    private static async Task<int> TypeAsync(TestDatabase database, params string[] words)
    {
        var mistakes = new StartMistakes();
        await using var app = Program.Build([.. words, "--environment=Development", .. database.Arguments], mistakes);
        return await Command.Parse(words).RunAsync(app, mistakes);
    }

    private static string Text(Command.Explain said)
    {
        Assert.Equal(Command.Done, said.ExitCode);
        return said.Text.ReplaceLineEndings("\n");
    }
}
