using PolicyBot.Commands;

namespace PolicyBot.Tests.Commands;

public sealed class CommandTests
{
    public static TheoryData<string, string> Typed => new()
    {
        { "", "Serve { }" },
        { "--environment Development", "Serve { }" },
        { "--environment Development --urls=http://127.0.0.1:4000", "Serve { }" },
        { "--environment Development ask hello", "Ask { Question = hello }" },
        { "ask can i post", "Ask { Question = can i post }" },
        { "ask --jsonl file.jsonl", "AskLines { File = file.jsonl }" },
        { "--environment Development ask --jsonl -", "AskLines { File = - }" },
        { "chat", "Chat { AsManager = False }" },
        { "chat --as manager", "Chat { AsManager = True }" },
        { "roster import people.csv", "ImportRoster { File = people.csv, IsTry = False }" },
        { "roster import --environment Development people.csv --try", "ImportRoster { File = people.csv, IsTry = True }" },
        { "roster import --team", "ImportTeam { Team = , IsTry = False }" },
        { "roster import --try --team", "ImportTeam { Team = , IsTry = True }" },
        { "roster import --environment Development --team 19:a@thread.tacv2 --try", "ImportTeam { Team = 19:a@thread.tacv2, IsTry = True }" },
        { "roster show", "ShowRoster { Day =  }" },
        { "register show ann@school.example", "ShowRegister { Person = ann@school.example }" },
        { "--environment Development register correct 12 the wrong person", "CorrectRegister { Entry = 12, Reason = the wrong person }" },
        { "manifest build", "BuildManifest { File =  }" },
        { "--environment Development manifest build app.zip", "BuildManifest { File = app.zip }" },
        { "manifest check app.zip", "CheckManifest { File = app.zip }" },
        { "policy check folder", "CheckPolicy { Path = folder }" },
        { "register report social-media pack.html", "ReportOn { Policy = social-media, File = pack.html, On =  }" },
        { "--environment Development register report social-media pack.csv --on 2026-11-01", "ReportOn { Policy = social-media, File = pack.csv, On = 2026-11-01 }" },
    };

    [Theory, MemberData(nameof(Typed))]
    public void What_is_typed_is_understood(string typed, string command) =>
        Assert.Equal(command, Command.Parse(Split(typed)).ToString());

    [Theory]
    [InlineData("ask", "ask needs a question in quotation marks.")]
    [InlineData("ask --jsonl", "ask --jsonl needs a file, or - for standard input.")]
    [InlineData("policy", "policy needs: check and a file or folder, import and a document, confirm and a folder, evaluate and a file of questions, or learn.")]
    [InlineData("roster", "roster needs: import and the name of a file, --team or --group, or show and a day or nothing for today.")]
    [InlineData("roster import --try", "roster needs: import and the name of a file, --team or --group, or show and a day or nothing for today.")]
    [InlineData("roster import --team a b", "roster import --team has the id of one team, or nothing where the bot is in one only.")]
    [InlineData("roster show soon", "roster show: 'soon' is no day I can read.")]
    [InlineData("roster show 1/2/2026", "roster show: '1/2/2026' could be 1 February 2026 or 2 January 2026.")]
    [InlineData("register report social-media", "register report needs a policy's id and the name of a file that ends in .html, .csv or .xlsx, and may have --on and a day.")]
    [InlineData("register correct twelve why", "register correct needs the number of an entry and the reason.")]
    [InlineData("register correct 12", "register correct needs the number of an entry and the reason.")]
    [InlineData("manifest check", "manifest needs: build, and may have the name of a zip, or check and a zip.")]
    [InlineData("aks hello", "'aks' is no command. Did you mean 'ask'?")]
    [InlineData("xyz", "'xyz' is no command.")]
    public void What_cannot_be_understood_says_what_is_wrong(string typed, string message)
    {
        var explained = Assert.IsType<Command.Explain>(Command.Parse(Split(typed)));

        Assert.StartsWith(message, explained.Text, StringComparison.Ordinal);
        Assert.Equal(2, explained.ExitCode);
    }

    [Theory]
    [InlineData("roster show 2026-09-01")]
    [InlineData("roster show 1 September 2026")]
    public void A_day_may_be_written_as_people_do(string typed) =>
        Assert.Equal(new DateOnly(2026, 9, 1), Assert.IsType<Command.ShowRoster>(Command.Parse(Split(typed))).Day);

    [Theory]
    [InlineData("--help", "PolicyBot answers staff questions")]
    [InlineData("ask --help", "policybot ask \"question\"")]
    [InlineData("help chat", "policybot chat")]
    [InlineData("--version", "PolicyBot 0.")]
    public void Help_is_everywhere(string typed, string begins)
    {
        var explained = Assert.IsType<Command.Explain>(Command.Parse(Split(typed)));

        Assert.StartsWith(begins, explained.Text, StringComparison.Ordinal);
        Assert.Equal(0, explained.ExitCode);
    }

    private static string[] Split(string typed) => typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
