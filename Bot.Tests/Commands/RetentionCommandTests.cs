using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Commands;
using PolicyBot.Storage;
using PolicyBot.Teams.About;
using PolicyBot.Tests.Acknowledgements;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Storage;

namespace PolicyBot.Tests.Commands;

/// <summary>The day is 23 November 2026, and people are kept for six years.</summary>
public sealed class RetentionCommandTests
{
    private static readonly StaffMember
        Ann = Left("P-1", "Ann Lee", new(2020, 11, 22)), Bo = Left("P-2", "Bo Reed", new(2020, 11, 23)), Cy = Left("P-3", "Cy Patel", null);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Who_left_long_ago_is_shown_first_and_then_erased_alone(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        var (roster, clock) = (new RosterBook(databases), new ManualClock(ManualClock.Start));
        await roster.BringInAsync(new Roster([Ann, Bo, Cy]), clock.GetUtcNow(), Token);
        await databases.AppendAsync([.. ((string[])["P-1", "P-2"]).Select(id => SmallRegister.Record(1) with { Person = id })]);
        var command = new RetentionCommand(new Retention(roster, new PersonRecords(databases), new RetentionSettings(6), clock));

        Assert.Equal("""
            P-1  Ann Lee, left on 22 November 2020
            1 left more than 6 years ago. Nothing was changed. To erase all that is kept about them: policybot person erase-due. Look at the list first: they cannot be brought back.
            P-2  Bo Reed, left on 23 November 2020: from 24 November 2026
            """.ReplaceLineEndings("\n"), Text(await command.ShowAsync()));
        Assert.Equal(3, (await roster.ReadAsync(Token)).People.Count);

        Assert.Equal("""
            P-1  Ann Lee, left on 22 November 2020: 2 entries of the register, 1 other rows
            1 person is erased. The register says that entries were erased, by whom and why, and register verify proves the rest.
            """.ReplaceLineEndings("\n"), Text(await command.EraseAsync()));

        Assert.Equal(["Bo Reed", "Cy Patel"], (await roster.ReadAsync(Token)).People.Select(person => person.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Nobody left more than 6 years ago.\nP-2  Bo Reed, left on 23 November 2020: from 24 November 2026", Text(await command.ShowAsync()));
        var check = new ChainCheck();
        check.End(await new RegisterBook(databases).ReadAsync(check.Take, Token));
        Assert.Empty(check.Faults);
    }

    [Theory, MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task By_the_schedule_they_go_on_the_day_shown_and_only_where_that_is_set(string provider)
    {
        using var database = new TestDatabase(provider);
        using var databases = new Databases(database.Settings);
        var (roster, clock) = (new RosterBook(databases), new ManualClock(ManualClock.Start));
        await roster.BringInAsync(new Roster([Bo, Cy]), clock.GetUtcNow(), Token);
        var log = new CapturedLog();
        Retention With(RetentionSettings settings) => new(roster, new PersonRecords(databases), settings, clock);
        RetentionWork Work(bool isAutomatic) => new(With(new(6, isAutomatic)), Logger(log));

        await Work(isAutomatic: true).RunAsync(Token);
        Assert.Equal(2, (await roster.ReadAsync(Token)).People.Count); // It is not over yet.

        clock.Advance(TimeSpan.FromDays(1));
        await Work(isAutomatic: false).RunAsync(Token);
        Assert.Equal(2, (await roster.ReadAsync(Token)).People.Count);
        Assert.Contains("The bot erases them tonight", Text(await new RetentionCommand(With(new(6, IsAutomatic: true))).ShowAsync()), StringComparison.Ordinal);

        await Work(isAutomatic: true).RunAsync(Token);

        Assert.Equal("Cy Patel", Assert.Single((await roster.ReadAsync(Token)).People).Name);
        Assert.Contains(log.Lines, line => line.Contains("Everything about 1 who left more than 6 years ago is erased", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("Bo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_column_of_dates_erases_nobody_by_the_schedule()
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        using var databases = new Databases(database.Settings);
        var (roster, clock, log) = (new RosterBook(databases), new ManualClock(ManualClock.Start), new CapturedLog());
        await roster.BringInAsync(new Roster([.. Enumerable.Range(1, 26).Select(i => Left($"P-{i}", $"Person {i}", new(2012, 9, 1)))]), clock.GetUtcNow(), Token);

        await new RetentionWork(new Retention(roster, new PersonRecords(databases), new RetentionSettings(6, IsAutomatic: true), clock), Logger(log)).RunAsync(Token);

        Assert.Equal(26, (await roster.ReadAsync(Token)).People.Count);
        Assert.Contains(log.Lines, line => line.Contains("Nobody is erased: 26 people are due at once", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "", 6, false, null)]
    [InlineData("0", "false", 0, false, null)]
    [InlineData("10", "true", 10, true, null)]
    [InlineData("ever", "", 6, false, "Retention:YearsAfterLeaving is 'ever'.")]
    [InlineData("-1", "true", 6, false, "Retention:YearsAfterLeaving is '-1'.")]
    [InlineData("3", "monthly", 6, false, "Retention:Automatic is 'monthly'.")]
    public void What_can_be_set(string written, string automatic, int years, bool isAutomatic, string? mistake)
    {
        var (settings, mistakes) = RetentionSettings.From(
            new ConfigurationBuilder().AddInMemoryCollection([new("Retention:YearsAfterLeaving", written), new("Retention:Automatic", automatic)]).Build());

        Assert.Equal(new RetentionSettings(years, isAutomatic), settings);
        Assert.Equal(mistake, mistakes.SingleOrDefault()?[..mistake!.Length]);
        Assert.Equal(years == 0 ? [] : ["Ann Lee", "Bo Reed"], settings.Due([Cy, Bo, Ann], new DateOnly(2040, 1, 1)).Select(person => person.Name));
    }

    private static StaffMember Left(string id, string name, DateOnly? last) => new(PersonId.Parse(id), name, PersonKind.Staff) { Ends = last };

    private static ILogger<RetentionWork> Logger(CapturedLog log) => LoggerFactory.Create(logging => logging.AddProvider(log)).CreateLogger<RetentionWork>();

    private static string Text(Command.Explain said) => said.Text.ReplaceLineEndings("\n");
}
