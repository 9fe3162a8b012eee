using Moq;
using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Commands;
using PolicyBot.Tests.Acknowledgements.Reports;

namespace PolicyBot.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("report");
    private readonly WrittenRegister _register = new();

    [Theory]
    [InlineData("pack.html", "<!DOCTYPE html>")]
    [InlineData("pack.CSV", "\uFEFFName,Id")]
    [InlineData("pack.xlsx", "PK")]
    public async Task A_file_of_its_kind_is_written_and_the_figures_are_said(string name, string begins)
    {
        _register.Write(1, WrittenRegister.Acknowledged());

        var said = await RunAsync(name, people: [Staff.Member(1), Staff.Member(2), Staff.Member(3, ends: "2026-09-30")]);

        Assert.Equal(Command.Done, said.ExitCode);
        Assert.Equal($"1 of 2 have acknowledged the Social Media Policy as at 23 November 2026, 18:00. It is in {In(name)}. Check value: {_register.Head.CheckValue}", said.Text);
        Assert.StartsWith(begins, System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(In(name), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_before_is_reported_as_it_was()
    {
        _register.Write(1, WrittenRegister.Acknowledged());

        Assert.StartsWith("0 of 1 have acknowledged the Social Media Policy as at 6 September 2026, 23:59.", (await RunAsync("pack.csv", "2026-09-06", Staff.Member(1))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("social-media", "pack.pdf", null, "ends in none of .html, .csv, .xlsx: a page to print, a table, or a workbook.")]
    [InlineData("social-media", "pack", null, "ends in none of .html, .csv, .xlsx: a page to print, a table, or a workbook.")]
    [InlineData("phones", "pack.html", null, "There is no policy 'phones'. There is: social-media.")]
    [InlineData("social-media", "pack.html", "2026-11-24", "24/11/2026 is still to come. A report is as at today or a day before.")]
    [InlineData("social-media", "pack.html", "soon", "--on: 'soon' is no day I can read.")]
    [InlineData("social-media", "none/pack.html", null, "There is no folder for")]
    public async Task What_cannot_be_done_is_said_and_nothing_is_written(string policy, string name, string? on, string message)
    {
        var said = await Reports(Staff.Member(1)).TryWriteAsync(policy, In(name), on);

        Assert.Contains(message, said.Text, StringComparison.Ordinal);
        Assert.Equal(Command.BadUsage, said.ExitCode);
        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over()
    {
        await File.WriteAllTextAsync(In("pack.html"), "mine", TestContext.Current.CancellationToken);

        var said = await RunAsync("pack.html", people: Staff.Member(1));

        Assert.Equal(Command.BadUsage, said.ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(In("pack.html"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_a_roster_nobody_can_be_missing()
    {
        Assert.Equal("There is nobody on the roster, so nobody can be missing. Import a roster first.", (await RunAsync("pack.html")).Text);
        Assert.Equal("Nobody on the roster had started by 06/09/2026.", (await RunAsync("pack.html", "2026-09-06", Staff.Member(1, starts: "2026-09-07"))).Text);
        Assert.Empty(_folder.GetFiles());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<Command.Explain> RunAsync(string name, string? on = null, params StaffMember[] people) =>
        Reports(people).TryWriteAsync("social-media", In(name), on);

    private ReportCommand Reports(params StaffMember[] people)
    {
        var rosters = new Mock<IRosterBook>();
        rosters.Setup(book => book.ReadAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new Roster(people));
        var register = new Mock<IRegister>();
        register.Setup(book => book.ReadAsync(It.IsAny<Action<RegisterEntry>>(), It.IsAny<CancellationToken>()))
            .Callback((Action<RegisterEntry> take, CancellationToken _) => _register.Entries.ToList().ForEach(take)).ReturnsAsync(() => _register.Head);
        var texts = new Mock<ITextBook>();
        texts.Setup(book => book.HistoryAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(new TextHistory(WrittenRegister.Version, []));
        return new ReportCommand(rosters.Object, new PolicyReports(rosters.Object, register.Object, texts.Object), Understandings.Read([WrittenRegister.Policy]).All, new ManualClock(new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero)));
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
