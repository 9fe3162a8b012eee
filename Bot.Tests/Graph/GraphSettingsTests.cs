using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Commands;
using PolicyBot.Graph;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Graph;

public sealed class GraphSettingsTests
{
    private const string Id = "11111111-2222-4333-8444-555555555555";

    [Fact]
    public async Task Nothing_of_graph_is_there_until_it_is_enabled()
    {
        await using var app = Program.Build(["--environment=Development", "--Graph:TeamsAppId=wrong"], new StartMistakes());

        Assert.Empty(app.Services.GetServices<IErrandRunner>());
        Assert.Null(app.Services.GetService<GraphDoor>());
        Assert.Null(app.Services.GetService<IPermissionCheck>());
    }

    [Fact]
    public void What_is_right_is_read()
    {
        var (settings, mistakes) = Read("Enabled=true", $"TeamsAppId={Id}", "ManagerOf=head@school.example", "MailFrom=policies@school.example", "InstallForStaff=true");

        Assert.Empty(mistakes);
        Assert.Equal((new Uri("https://graph.microsoft.com/v1.0"), "https://graph.microsoft.com/.default", true), (settings.Endpoint, settings.Scope, settings.InstallsForStaff));
    }

    [Theory]
    [InlineData("TeamsAppId=", "Graph:TeamsAppId is not set. Write the id in the Teams app's manifest.json.")]
    [InlineData("TeamsAppId=polly", "Graph:TeamsAppId is 'polly'. Write the id in the app's manifest.json, such as 11111111-2222-3333-4444-555555555555.")]
    [InlineData("RosterGroup=staff", "Graph:RosterGroup is 'staff'. Write the object id of the group of all staff, such as 11111111-2222-3333-4444-555555555555.")]
    [InlineData("Endpoint=http://graph.microsoft.com/v1.0", "Graph:Endpoint is 'http://graph.microsoft.com/v1.0'. Write an https address, or leave it out.")]
    [InlineData("Endpoint=https://elsewhere.example/v1.0", "Graph:Endpoint is 'https://elsewhere.example/v1.0'. Leave it out, or write the address of one of Microsoft's clouds, such as https://graph.microsoft.com/v1.0.")]
    [InlineData("Endpoint=http://localhost:5000/v1.0", "Graph:Endpoint is 'http://localhost:5000/v1.0'. Write an https address, or leave it out.")]
    [InlineData("InstallForStaff=yes", "Graph:InstallForStaff is 'yes'. Write true or false.")]
    [InlineData("MailFrom=policies", "Graph:MailFrom is 'policies'. Write the address of the mailbox to send from, such as policies@school.org.")]
    public void Each_mistake_is_a_sentence(string setting, string sentence)
    {
        var (_, mistakes) = Read("Enabled=true", $"TeamsAppId={Id}", setting);

        Assert.Equal([sentence], mistakes);
    }

    [Fact]
    public void The_manager_is_said_once()
    {
        var (_, mistakes) = Read("Enabled=true", $"TeamsAppId={Id}", $"ManagerGroup={Id}", "ManagerOf=head@school.example");

        Assert.Equal(["Graph:ManagerGroup and Graph:ManagerOf both say who the manager is. Keep one."], mistakes);
    }

    private static (GraphSettings Settings, IReadOnlyList<string> Mistakes) Read(params string[] settings) => GraphSettings.From(
        new ConfigurationBuilder().AddCommandLine([.. settings.Select(setting => $"--Graph:{setting}"), $"--MicrosoftAppId={Id}"]).Build(), isDevelopment: false);
}
