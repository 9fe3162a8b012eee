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
    [InlineData("policy", "policy needs: check and a file or folder, evaluate and a file of questions, or learn.")]
    [InlineData("register report social-media", "register report needs a policy's id and the name of a file that ends in .html, .csv or .xlsx, and may have --on and a day.")]
    [InlineData("aks hello", "'aks' is no command. Did you mean 'ask'?")]
    [InlineData("xyz", "'xyz' is no command.")]
    public void What_cannot_be_understood_says_what_is_wrong(string typed, string message)
    {
        var explained = Assert.IsType<Command.Explain>(Command.Parse(Split(typed)));

        Assert.StartsWith(message, explained.Text, StringComparison.Ordinal);
        Assert.Equal(2, explained.ExitCode);
    }

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
