using System.Diagnostics;
using System.Reflection;
using PolicyBot.Graph;

namespace PolicyBot.Tests.Deployment.Azure;

/// <summary>permissions.sh, run against a stand-in for the Azure CLI that notes what it is asked.</summary>
public sealed class PermissionsScriptTests : IDisposable
{
    private const string Graph = "00000003-0000-0000-c000-000000000000";

    /// <summary>A role's id is its name after "id-"; TeamsActivity.Send is granted already.</summary>
    private const string Az = """
        #!/bin/bash
        case "$*" in
          "ad sp show --id missing "*) exit 3 ;;
          *"--query appRoles"*) [[ "$*" =~ value==.([A-Za-z.]+). ]] && echo "id-${BASH_REMATCH[1]}" ;;
          "ad sp show --id 00000003-"*) echo graph ;;
          "ad sp show"*) echo bot ;;
          "rest --method GET"*) echo id-TeamsActivity.Send ;;
          "rest --method POST"*) echo "$*" >> "$NOTES" ;;
        esac
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("permissions");

    [Fact]
    public async Task Every_permission_the_bot_needs_is_granted_once_and_none_besides()
    {
        var said = await RunAsync("app", "reminders", "mail", "install", "groups", "manager");

        var needed = typeof(GraphCall).GetFields(BindingFlags.Public | BindingFlags.Static).Select(each => each.GetValue(null)).OfType<GraphCall>().Select(call => call.Permission).ToHashSet();
        var asked = File.ReadAllLines(Notes);
        Assert.Equal(needed.Except(["TeamsActivity.Send"]).Order(StringComparer.Ordinal), asked.Select(line => line.Split("\"appRoleId\":\"id-")[1].Split('"')[0]).Order(StringComparer.Ordinal));
        Assert.All(asked, line => Assert.Contains("\"principalId\":\"bot\",\"resourceId\":\"graph\"", line, StringComparison.Ordinal));
        Assert.Contains("was there  TeamsActivity.Send: puts a notice into the activity feed", said, StringComparison.Ordinal);
        Assert.Equal(0, _code);
    }

    [Fact]
    public async Task Only_what_was_asked_for_is_granted()
    {
        await RunAsync("app", "mail");

        Assert.Contains("id-Mail.Send", Assert.Single(File.ReadAllLines(Notes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_granted_can_be_looked_at_without_changing_anything()
    {
        var said = await RunAsync("app", "--show");

        Assert.Contains("granted  TeamsActivity.Send", said, StringComparison.Ordinal);
        Assert.Contains("missing  Mail.Send", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Notes));
    }

    [Theory]
    [InlineData("app", "posts", "'posts' is none of: reminders, mail, install, groups, manager.")]
    [InlineData("missing", "mail", "There is no app missing in this tenant.")]
    public async Task A_mistake_is_said_and_nothing_is_granted(string app, string what, string sentence)
    {
        var said = await RunAsync(app, "mail", what);

        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.NotEqual(0, _code);
        Assert.False(File.Exists(Notes));
    }

    [Fact]
    public void The_graph_of_the_script_is_microsofts() =>
        Assert.Contains($"graph_app={Graph}", DeploymentFolder.Read("azure/permissions.sh"), StringComparison.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);

    private int _code;

    private string Notes => Path.Combine(_folder.FullName, "notes");

    private async Task<string> RunAsync(params string[] words)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no bash.");
        var az = Path.Combine(_folder.FullName, "az");
        await File.WriteAllTextAsync(az, Az.ReplaceLineEndings("\n"), TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using var script = Process.Start(new ProcessStartInfo("bash", [DeploymentFolder.Of("azure/permissions.sh"), .. words])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["PATH"] = $"{_folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}", ["NOTES"] = Notes },
        })!;
        var (said, wrong) = (script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), script.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        _code = script.ExitCode;
        return await said + await wrong;
    }
}
