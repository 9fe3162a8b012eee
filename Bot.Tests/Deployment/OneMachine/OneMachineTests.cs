using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PolicyBot.Tests.Deployment.OneMachine;

public sealed partial class OneMachineTests
{
    private static readonly string Page = DeploymentFolder.Read("one-machine/README.md");

    [Theory]
    [InlineData("policybot.service")]
    [InlineData("policybot-backup.service")]
    public void A_service_is_held_to_what_it_needs(string name) =>
        Assert.Empty(new UnitFile(DeploymentFolder.Read($"one-machine/{name}")).FaultsOfService());

    [Theory]
    [InlineData("User=policybot", "User=root", "User is not 'policybot'.")]
    [InlineData("User=policybot", "#", "User is not 'policybot'.")]
    [InlineData("ProtectSystem=strict", "ProtectSystem=full", "ProtectSystem is not 'strict'.")]
    [InlineData("NoNewPrivileges=yes", "", "NoNewPrivileges is not yes.")]
    [InlineData("PrivateUsers=yes", "PrivateUsers=no", "PrivateUsers is not yes.")]
    [InlineData("CapabilityBoundingSet=", "CapabilityBoundingSet=CAP_NET_ADMIN", "CapabilityBoundingSet is not ''.")]
    [InlineData("UMask=0077", "UMask=0022", "UMask is not '0077'.")]
    [InlineData("SystemCallFilter=~@privileged @resources @obsolete", "", "SystemCallFilter lets more in than a service needs.")]
    [InlineData("EnvironmentFile=/etc/policybot/secrets.env", "Environment=MicrosoftAppPassword=x", "EnvironmentFile does not have the settings and then the secrets.")]
    [InlineData("Environment=DOTNET_EnableDiagnostics=0", "Environment=DOTNET_Everything=1", "The setting DOTNET_Everything is none that the bot reads.")]
    [InlineData("/opt/policybot/policybot", "/home/me/policybot", "ExecStart is not the program in /opt/policybot.")]
    [InlineData("StateDirectory=policybot", "StateDirectory=policybot\nReadWritePaths=/etc", "/etc may be written to.")]
    public void A_planted_fault_in_a_service_is_found(string text, string instead, string fault)
    {
        var unit = DeploymentFolder.Read("one-machine/policybot.service");
        Assert.Contains(text, unit, StringComparison.Ordinal);

        Assert.Contains(fault, new UnitFile(unit.Replace(text, instead, StringComparison.Ordinal)).FaultsOfService());
    }

    [Theory]
    [InlineData("policybot.service")]
    [InlineData("policybot-backup.service")]
    [InlineData("policybot-backup.timer")]
    public void Every_line_of_a_unit_is_a_setting_of_a_section(string name) =>
        Assert.Empty(UnitFile.FaultsOfForm(DeploymentFolder.Read($"one-machine/{name}")));

    /// <summary>systemd warns of names it does not know and of values it cannot read; that the program is not installed here is no fault.</summary>
    [Fact]
    public async Task Systemd_itself_understands_the_units()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/systemd-analyze"), "systemd is not installed.");
        var units = Directory.GetFiles(DeploymentFolder.Of("one-machine"), "policybot*.*").Where(file => file.EndsWith(".service", StringComparison.Ordinal) || file.EndsWith(".timer", StringComparison.Ordinal));
        using var systemd = Process.Start(new ProcessStartInfo("/usr/bin/systemd-analyze", ["verify", "--man=no", .. units]) { RedirectStandardError = true })!;

        var said = await systemd.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(said.Split('\n'), line => line.Contains("policybot", StringComparison.Ordinal) && !line.Contains("/opt/policybot/policybot is not executable", StringComparison.Ordinal));
    }

    [Fact]
    public void The_settings_shown_are_ones_the_bot_reads_and_the_secret_has_a_file_of_its_own()
    {
        var (settings, secrets) = (DeploymentFolder.Read("one-machine/policybot.env"), DeploymentFolder.Read("one-machine/secrets.env"));

        Assert.Empty(EnvironmentFile.FaultsIn(settings).Concat(EnvironmentFile.FaultsIn(secrets)));
        Assert.Empty(EnvironmentFile.SecretsIn(settings).Concat(EnvironmentFile.SecretsIn(secrets)));
        Assert.Equal(["MicrosoftAppPassword"], EnvironmentFile.Read(secrets).Keys);
        Assert.DoesNotContain("MicrosoftAppPassword", EnvironmentFile.Read(settings).Keys);
    }

    [Theory]
    [InlineData("Club__Titel=\"x\"", "The setting Club__Titel is none that the bot reads.")]
    [InlineData("Club__Name=the Club", "'Club__Name=the Club' is not NAME=\"VALUE\".")]
    [InlineData("Club__Name=\"$HOME\"", "'Club__Name=\"$HOME\"' is not NAME=\"VALUE\".")]
    public void A_planted_fault_in_the_settings_is_found(string line, string fault) =>
        Assert.Equal([fault], EnvironmentFile.FaultsIn(line));

    [Fact]
    public void A_secret_among_the_settings_is_found() =>
        Assert.Equal(["The setting MicrosoftAppPassword has a secret in it."], EnvironmentFile.SecretsIn("MicrosoftAppPassword=\"hunter2\""));

    [Fact]
    public void The_service_listens_where_the_proxies_look_and_they_keep_health_and_metrics_inside()
    {
        var address = EnvironmentFile.Read(DeploymentFolder.Read("one-machine/policybot.env"))["ASPNETCORE_URLS"];
        var (caddy, nginx) = (DeploymentFolder.Read("one-machine/Caddyfile"), DeploymentFolder.Read("one-machine/nginx.conf"));

        Assert.Equal("http://127.0.0.1:3978", address);
        Assert.Contains("reverse_proxy 127.0.0.1:3978", caddy, StringComparison.Ordinal);
        Assert.Contains($"proxy_pass {address};", nginx, StringComparison.Ordinal);
        foreach (var inside in (string[])["/health", "/metrics"])
        {
            Assert.Contains($" {inside} ", caddy, StringComparison.Ordinal);
            Assert.Matches($"location {inside} +{{ return 404; }}", nginx);
        }
    }

    [Fact]
    public void What_the_page_names_is_there_and_each_step_says_what_one_sees()
    {
        var steps = Page.Split("\n## ")[1..].Where(step => char.IsAsciiDigit(step[0])).ToList();

        Assert.Equal(Enumerable.Range(1, steps.Count), steps.Select(step => step[0] - '0'));
        Assert.All(steps.Where(step => !step.StartsWith("3.", StringComparison.Ordinal)), step => Assert.Contains("**You see**", step, StringComparison.Ordinal));
        Assert.All(Link().Matches(Page).Select(link => link.Groups[1].Value).Where(link => !link.StartsWith("http", StringComparison.Ordinal) && link != "../../manifest"),
            link => Assert.True(Path.Exists(DeploymentFolder.Of($"one-machine/{link.Split('#')[0]}")), link));
    }

    [Fact]
    public void No_file_names_another_machine() => Assert.All(
        DeploymentFolder.Files(""), file => Assert.DoesNotMatch("/work/|/tmp/h|localhost:5055", DeploymentFolder.Read(file)));

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
