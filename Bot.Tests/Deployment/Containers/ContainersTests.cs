using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PolicyBot.Tests.Deployment.Containers;

public sealed partial class ContainersTests
{
    private static readonly string Compose = DeploymentFolder.Read("containers/compose.yaml"), Dockerfile = DeploymentFolder.Read("containers/Dockerfile");

    [Fact]
    public void The_services_are_held_to_what_they_need() => Assert.Empty(new ComposeFile(Compose).FaultsIn());

    [Theory]
    [InlineData("    read_only: true", "    read_only: false", "bot can write to its root file system: read_only.")]
    [InlineData("    cap_drop: [ALL]", "    cap_drop: [MKNOD]", "bot keeps capabilities: cap_drop.")]
    [InlineData("    security_opt: [\"no-new-privileges:true\"]", "    privileged: true", "bot can gain privileges: security_opt.")]
    [InlineData("    security_opt: [\"no-new-privileges:true\"]", "    privileged: true", "bot is privileged.")]
    [InlineData("    user: \"1654:1654\"", "    user: \"0\"", "bot runs as root: user.")]
    [InlineData("    user: \"1654:1654\"\n", "", "bot runs as root: user.")]
    [InlineData("    healthcheck:", "    healthchecks:", "bot is not asked how it is: healthcheck.")]
    [InlineData("    restart: unless-stopped", "    restart: \"no\"", "bot stays down: restart.")]
    [InlineData("      replicas: 2", "      replicas: 1", "bot runs once only: deploy.replicas.")]
    [InlineData("    internal: true", "    internal: false", "database is on a network that leads out: internal.")]
    [InlineData("    networks: [inside]", "    networks: [inside, outside]", "database is on a network that leads out: internal.")]
    [InlineData("    networks: [inside]", "    networks: [within]", "database is on the network within, which is not there.")]
    [InlineData("    networks: [inside]", "    ports: [\"5432:5432\"]\n    networks: [inside]", "database is open to the world: ports.")]
    [InlineData("      - database:/var", "      - data:/var", "database has the volume data, which is not there.")]
    [InlineData("Password=${POSTGRES_PASSWORD:?run sh secrets.sh first}", "Password=hunter2", "bot has the secret Storage__ConnectionString written out.")]
    [InlineData("${MicrosoftAppPassword:?write it into .env}", "hunter2", "bot has the secret MicrosoftAppPassword written out.")]
    [InlineData("      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:?run sh secrets.sh first}", "      POSTGRES_PASSWORD: hunter2", "database has the secret POSTGRES_PASSWORD written out.")]
    [InlineData("condition: service_healthy", "condition: service_started", "bot does not wait until database is healthy.")]
    [InlineData("Storage__Provider: Postgres", "Storage__Kind: Postgres", "The setting Storage__Kind is none that the bot reads.")]
    [InlineData("Host=database;", "Host=elsewhere;", "bot does not use the service database: Storage__ConnectionString.")]
    [InlineData("image: caddy:2", "image: caddy:latest", "proxy is whatever is newest: image.")]
    public void A_planted_fault_is_found(string text, string instead, string fault)
    {
        var at = Compose.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{text} is not in the file.");

        Assert.Contains(fault, new ComposeFile(string.Concat(Compose.AsSpan(0, at), instead, Compose.AsSpan(at + text.Length))).FaultsIn());
    }

    [Fact]
    public void The_image_runs_as_nobody_listens_on_the_bots_port_and_asks_how_it_is()
    {
        var last = Dockerfile[Dockerfile.LastIndexOf("\nFROM ", StringComparison.Ordinal)..];

        Assert.Contains("\nUSER 1654\n", last, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_HTTP_PORTS=3978", last, StringComparison.Ordinal);
        Assert.Contains("HEALTHCHECK", last, StringComparison.Ordinal);
        Assert.DoesNotMatch("(Password|Secret)=", Dockerfile);
        Assert.All(BaseImage().Matches(Dockerfile).Select(image => image.Groups[1].Value), image => Assert.Matches("^mcr.microsoft.com/dotnet/(sdk|aspnet):10.0$", image));
        Assert.Contains("ENTRYPOINT [\"dotnet\", \"policybot.dll\"]", last, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_image_is_built_from_is_there()
    {
        var root = Path.GetFullPath(DeploymentFolder.Of(".."));

        Assert.Contains("**/obj\n", DeploymentFolder.Read("containers/Dockerfile.dockerignore"), StringComparison.Ordinal); // Made for another machine.
        Assert.All(Copied().Matches(Dockerfile).SelectMany(copy => copy.Groups[1].Value.Split(' ')[..^1]), file => Assert.True(Path.Exists(Path.Combine(root, file)), file));
    }

    [Fact]
    public void The_image_made_without_docker_is_the_same()
    {
        var bot = XDocument.Load(Path.Combine(Rooms.RoomOrder.SourceFolder, "Bot.csproj"));

        Assert.EndsWith("aspnet:10.0", bot.Descendants("ContainerBaseImage").Single().Value, StringComparison.Ordinal);
        Assert.Equal("1654", bot.Descendants("ContainerUser").Single().Value);
        Assert.Equal("3978", bot.Descendants("ContainerPort").Single().Attribute("Include")!.Value);
        Assert.All(bot.Descendants("ContainerEnvironmentVariable"), each => Assert.Contains($"{each.Attribute("Include")!.Value}={each.Attribute("Value")!.Value}", Dockerfile, StringComparison.Ordinal));
    }

    [Fact]
    public void The_settings_shown_are_those_of_one_machine_but_for_where_the_database_is()
    {
        var example = DeploymentFolder.Read("containers/policybot.env.example");
        var (here, there) = (EnvironmentFile.Read(example), EnvironmentFile.Read(DeploymentFolder.Read("one-machine/policybot.env")));

        Assert.Empty(EnvironmentFile.FaultsIn(example).Concat(EnvironmentFile.SecretsIn(example)));
        Assert.Equal(there.Keys.Except(["Storage__Provider", "Storage__ConnectionString", "ASPNETCORE_URLS"]), here.Keys);
    }

    [GeneratedRegex(@"^FROM (\S+)", RegexOptions.Multiline)]
    private static partial Regex BaseImage();

    [GeneratedRegex(@"^COPY (?!--)(.+)$", RegexOptions.Multiline)]
    private static partial Regex Copied();
}
