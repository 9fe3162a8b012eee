using Microsoft.Extensions.Configuration;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Commands;
using PolicyBot.Storage;
using PolicyBot.Tests.Acknowledgements;
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
        var command = new RetentionCommand(roster, new PersonRecords(databases), new RetentionSettings(6), clock);

        Assert.StartsWith("P-1  Ann Lee, left on 22 November 2020\n1 left more than 6 years ago. Nothing was changed.", Text(await command.ShowAsync()), StringComparison.Ordinal);
        Assert.Equal(3, (await roster.ReadAsync(Token)).People.Count);

        Assert.Equal("""
            P-1  Ann Lee, left on 22 November 2020: 2 entries of the register, 1 other rows
            1 person is erased. The register says that entries were erased, by whom and why, and register verify proves the rest.
            """.ReplaceLineEndings("\n"), Text(await command.EraseAsync()));

        Assert.Equal(["Bo Reed", "Cy Patel"], (await roster.ReadAsync(Token)).People.Select(person => person.Name).Order(StringComparer.Ordinal));
        Assert.Equal("Nobody left more than 6 years ago.", Text(await command.ShowAsync()));
        var check = new ChainCheck();
        check.End(await new RegisterBook(databases).ReadAsync(check.Take, Token));
        Assert.Empty(check.Faults);
    }

    [Theory]
    [InlineData("", 6, false)]
    [InlineData("0", 0, false)]
    [InlineData("10", 10, false)]
    [InlineData("ever", 6, true)]
    [InlineData("-1", 6, true)]
    public void Years_are_a_setting(string written, int years, bool isWrong)
    {
        var (settings, mistake) = RetentionSettings.From(new ConfigurationBuilder().AddInMemoryCollection([new("Retention:YearsAfterLeaving", written)]).Build());

        Assert.Equal((years, isWrong), (settings.YearsAfterLeaving, mistake is not null));
        Assert.Equal(years == 0 ? 0 : settings.Due([Ann, Bo, Cy], new DateOnly(2040, 1, 1)).Count, years == 0 ? 0 : 2);
    }

    private static StaffMember Left(string id, string name, DateOnly? last) => new(PersonId.Parse(id), name, PersonKind.Staff) { Ends = last };

    private static string Text(Command.Explain said) => said.Text.ReplaceLineEndings("\n");
}
