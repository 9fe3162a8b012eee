using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Commands;
using PolicyBot.Tests.Graph.Service;

namespace PolicyBot.Tests.Graph;

/// <summary>"graph check": each permission is tried, and nothing is changed by it.</summary>
public sealed class GraphCheckTests
{
    private static readonly string[] Everything =
    [
        "--Graph:InstallForStaff=true", $"--Graph:RosterGroup={GraphDirectory.Staff}", $"--Graph:ManagerOf={GraphPerson.IdOf(2)}",
    ];

    public static TheoryData<string> Permissions => [.. GraphTokenDesk.All];

    [Fact]
    public async Task Where_all_is_granted_all_works_and_nothing_has_changed()
    {
        await using var stage = await OpenAsync(Everything);

        var said = await CheckAsync(stage);

        Assert.Equal(Command.Done, said.ExitCode);
        Assert.Equal(GraphTokenDesk.All, Works(said.Text));
        Assert.EndsWith("All that the settings need is there.", said.Text, StringComparison.Ordinal);
        Assert.Empty(stage.Sam.Feed);
        Assert.Empty(stage.Sam.Mails);
        Assert.Empty(stage.Sam.Events);
    }

    [Theory, MemberData(nameof(Permissions))]
    public async Task What_is_missing_is_named_with_what_to_do(string permission)
    {
        await using var stage = await OpenAsync(Everything);
        stage.Graph.Tokens.Granted.Remove(permission);

        var said = await CheckAsync(stage);

        Assert.Equal(Command.Failed, said.ExitCode);
        Assert.Equal(GraphTokenDesk.All.Except([permission]), Works(said.Text));
        Assert.Matches($@"(?m)^{permission} +MISSING +to .+\r?\n    The bot may not .+ Grant it {permission} in Entra", said.Text);
        Assert.EndsWith("1 that the settings need is missing.", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_settings_do_not_need_may_be_missing()
    {
        await using var stage = await OpenAsync();
        foreach (var permission in (string[])["TeamsAppInstallation.ReadForUser.All", "AppCatalog.Read.All", "GroupMember.Read.All", "User.Read.All"])
            stage.Graph.Tokens.Granted.Remove(permission);

        var said = await CheckAsync(stage);

        Assert.Equal(Command.Done, said.ExitCode);
        Assert.Matches("(?m)^AppCatalog.Read.All +missing, not needed +to look itself up", said.Text);
    }

    [Fact]
    public async Task Without_a_token_one_sentence_says_why()
    {
        await using var stage = await OpenAsync();
        stage.Graph.Tokens.Refusal = "AADSTS7000222";

        var said = await CheckAsync(stage);

        Assert.Equal(Command.Failed, said.ExitCode);
        Assert.Contains("The secret of the bot's app has run out.", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_without_a_mailbox_is_found_before_the_first_reminder()
    {
        await using var stage = await OpenAsync();
        stage.Sam.HasMailbox = false;

        Assert.Contains("This person has no mailbox", (await CheckAsync(stage)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_graph_is_not_enabled_it_says_so()
    {
        var said = await new GraphCommand().CheckAsync();

        Assert.Equal((Command.Failed, "Microsoft Graph is not enabled. Set Graph:Enabled to true; docs/graph.md says what it needs."), (said.ExitCode, said.Text));
    }

    private static async Task<GraphStage> OpenAsync(params string[] settings)
    {
        var stage = await GraphStage.OpenAsync(settings);
        stage.Graph.Directory.Add(2, GraphDirectory.Staff).Manager = stage.Sam.Id;
        return stage;
    }

    private static Task<Command.Explain> CheckAsync(GraphStage stage) => stage.Services.GetRequiredService<GraphCommand>().CheckAsync();

    private static IEnumerable<string> Works(string table) =>
        table.Split('\n').Where(line => line.Contains(" works ", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]);
}
