using System.Net;
using Azure.Core;
using Azure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.BotFramework;
using PolicyBot.Commands;
using PolicyBot.Commands.Doctor;
using PolicyBot.Storage;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Storage;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Commands;

/// <summary>An installation in which all is well, and one fault at a time in it: each is named, with what to do.</summary>
public sealed class DoctorTests : IDisposable
{
    private const string Id = "6b9f2e7a-1111-4222-8333-444455556666";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("doctor");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_all_is_well_nothing_else_is_said()
    {
        var (said, code) = await ExamineAsync([], isStarted: true);

        Assert.DoesNotContain("WRONG", said, StringComparison.Ordinal);
        Assert.DoesNotContain("look  ", said, StringComparison.Ordinal);
        Assert.EndsWith("All is well.", said, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Theory]
    [InlineData("--MicrosoftAppId=", "MicrosoftAppId is not set. Set it to the bot's app id")]
    [InlineData("--MicrosoftAppId=policybot", "MicrosoftAppId is 'policybot'. Write the app id as a GUID.")]
    [InlineData("--MicrosoftAppTenantId=", "MicrosoftAppTenantId is not set to a GUID. Write the id of the school's tenant.")]
    [InlineData("--MicrosoftAppPassword=", "MicrosoftAppPassword is not set. Set the secret of the bot's app in the environment.")]
    [InlineData("--MicrosoftAppType=MultiTenant", "MicrosoftAppType is 'MultiTenant'. Write SingleTenant or UserAssignedMSI.")]
    [InlineData("--PublicAddress=http://policybot.example.org", "Put a proxy with a certificate before the bot and write its https address.")]
    [InlineData("--PublicAddress=", "PublicAddress is not set: cards cannot link to the policy. Write the https address")]
    [InlineData("--Manager:EntraId=sam@school.org", "Manager:EntraId is 'sam@school.org'. Write the manager's object id from Entra")]
    [InlineData("--Manager:EntraId=", "nobody gets the questions that are passed on. Write the manager's object id from Entra")]
    [InlineData("--Safeguarding:Lead:Phone=", "Name the safeguarding lead and a phone number.")]
    [InlineData("--Club:Name=", "Write the school's or the club's name.")]
    [InlineData("--Graph:TeamsAppId=policybot", "Graph:TeamsAppId is 'policybot'. Write an id")]
    [InlineData("--Schedules:TimeZone=London", "Write a name such as Europe/London.")]
    [InlineData("--Storage:Provider=Oracle", "Storage:Provider is 'Oracle'")]
    [InlineData("--Outbox:KeepDays=never", "Outbox:KeepDays")]
    [InlineData("--Telemetry:Collector=grafana", "Write one such as http://127.0.0.1:4318, or nothing.")]
    [InlineData("--Rounds:Calendar=/nowhere/calendar.yaml", "Rounds:Calendar: ")]
    [InlineData("--Policies:Folder=/nowhere", "/nowhere")]
    public async Task A_wrong_setting_is_named(string setting, string sentence) => await NamesAsync(sentence, [setting]);

    [Fact]
    public async Task A_database_that_is_away_is_named() =>
        await NamesAsync("The database cannot be reached. See that it runs", ["--Storage:Provider=Postgres", "--Storage:ConnectionString=Host=127.0.0.1;Port=1;Database=policybot"]);

    [Fact]
    public async Task A_database_of_a_newer_program_is_named() => await NamesAsync("Run the newer program.", [], isStarted: true, plant: """INSERT INTO "__EFMigrationsHistory" VALUES ('20990101000000_Later', '10.0')""");

    [Fact]
    public async Task A_folder_that_is_not_there_is_named() =>
        await NamesAsync("The database cannot be reached.", ["--Storage:Provider=Sqlite", "--Storage:ConnectionString=Data Source=/proc/nowhere/policybot.db"]);

    [Fact]
    public async Task Terms_that_have_run_out_are_named() => await NamesAsync(
        "The last term in calendar.yaml ended on 19 December 2025: nobody is reminded of anything. Write this year's terms.", [$"--Rounds:Calendar={Terms(2025, 19)}"]);

    [Fact]
    public async Task Terms_that_are_about_to_run_out_are_named() => await NamesAsync(
        "The last term in calendar.yaml ends on 18 December 2026. Write the terms that come after it.", [$"--Rounds:Calendar={Terms(2026, 18)}"]);

    [Theory]
    [InlineData(11, "behind")]
    [InlineData(-7, "ahead of")]
    public async Task A_clock_that_is_wrong_is_named(int minutes, string how) =>
        await NamesAsync($"{how} that of localhost. Tokens are taken as out of date or not yet good. Set it by the network: timedatectl set-ntp true", [], aheadThere: TimeSpan.FromMinutes(minutes));

    [Fact]
    public async Task Keys_that_are_not_there_are_named() => await NamesAsync("answers 404 to the question for the keys of Teams. Check BotOpenIdMetadata", [], status: HttpStatusCode.NotFound);

    [Fact]
    public async Task A_network_that_lets_nothing_out_is_named() => await NamesAsync("Let this machine reach it over https, by a proxy if need be (HTTPS_PROXY).", [], status: null);

    [Theory]
    [InlineData("AADSTS7000222: The provided client secret keys are expired.", "The secret of the bot's app has run out. Make a new one in Entra")]
    [InlineData("AADSTS7000215: Invalid client secret provided.", "set its value, not its id, as MicrosoftAppPassword")]
    [InlineData("AADSTS700016: Application was not found.", "Check MicrosoftAppId and MicrosoftAppTenantId.")]
    [InlineData("AADSTS90002: Tenant not found.", "Check MicrosoftAppTenantId.")]
    [InlineData("No such host.", "See whether login.microsoftonline.com can be reached")]
    public async Task A_token_that_is_refused_is_named(string refusal, string sentence) => await NamesAsync(sentence, [], refusal: refusal);

    [Fact]
    public async Task A_missing_permission_is_named()
    {
        var missing = new PermissionFinding("Calendars.ReadWrite", "put an event into a calendar", IsNeeded: true, "It is not consented to. Run permissions.sh.");

        await NamesAsync("Calendars.ReadWrite: It is not consented to. Run permissions.sh.", [], change: services => services.AddSingleton<IPermissionCheck>(new Permissions(missing)));
    }

    [Theory]
    [InlineData("""{"MicrosoftAppPassword":"s3cret"}""", "MicrosoftAppPassword stands in", "Take it out, set it as the environment variable MicrosoftAppPassword")]
    [InlineData("""{"Language":{"Key":"s3cret"}}""", "Language:Key stands in", "Language__Key")]
    [InlineData("""{"Storage":{"ConnectionString":"Host=db;Password=s3cret"}}""", "The password of the database stands in", "Set Storage__ConnectionString in the environment")]
    [InlineData("""{"Safegaurding":{"Lead":{"Name":"Ann"}}}""", "is no setting of the bot; 'Safeguarding' is. Correct it", "'Safegaurding'")]
    public async Task What_stands_wrongly_in_a_file_is_named(string file, string sentence, string more)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "mine.json"), file, Token);
        var configuration = new ConfigurationBuilder().SetBasePath(_folder.FullName).AddJsonFile("mine.json").Build();

        var said = Assert.Single(await new SettingsExamination(new StartMistakes(), configuration).LookAsync(Token)).Says;

        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Contains(more, said, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", said, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task NamesAsync(string sentence, string[] settings, TimeSpan aheadThere = default, HttpStatusCode? status = HttpStatusCode.OK,
        string? refusal = null, Action<IServiceCollection>? change = null, bool isStarted = false, string? plant = null)
    {
        var (said, code) = await ExamineAsync(settings, aheadThere, status, refusal, change, isStarted, plant);

        var line = Assert.Single(said.Split(Environment.NewLine), line => line.Contains(sentence, StringComparison.Ordinal) && !line.StartsWith("ok", StringComparison.Ordinal));
        if (line.StartsWith("WRONG", StringComparison.Ordinal))
            Assert.Equal(1, code);
    }

    private async Task<(string Said, int Code)> ExamineAsync(string[] settings, TimeSpan aheadThere = default, HttpStatusCode? status = HttpStatusCode.OK,
        string? refusal = null, Action<IServiceCollection>? change = null, bool isStarted = false, string? plant = null)
    {
        using var database = new TestDatabase(TestDatabase.Sqlite);
        var (mistakes, clock) = (new StartMistakes(), new ManualClock(ManualClock.Start));
        await using var app = Program.Build([.. Well(), .. database.Arguments, .. settings], mistakes, services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddSingleton(new HttpClient(new There(clock.GetUtcNow() + aheadThere, status)));
            services.AddSingleton(new ConnectorTokens(new Entra(refusal), clock));
            change?.Invoke(services);
        });
        if (isStarted)
            await app.Services.GetRequiredService<Databases>().PrepareAsync();
        if (plant is not null)
            await app.Services.GetRequiredService<Databases>().ReadAsync(open => open.Database.ExecuteSqlRawAsync(plant));

        var examined = await app.Services.GetRequiredService<DoctorCommand>().RunAsync(Token);
        return (examined.Text, examined.ExitCode);
    }

    private string[] Well() =>
    [
        "--environment=Production", $"--MicrosoftAppId={Id}", $"--MicrosoftAppTenantId={BotHost.TenantId}", "--MicrosoftAppPassword=secret",
        "--BotOpenIdMetadata=https://localhost/openid", "--PublicAddress=https://policybot.example.org", "--Club:Name=Hillside Club", $"--Manager:EntraId={BotHost.ManagerId}",
        "--Safeguarding:Lead:Name=Ann", "--Safeguarding:Lead:Phone=01234 567890", "--Safeguarding:Head:Name=Bo", "--Safeguarding:Head:Phone=01234 567891",
        "--Safeguarding:Chair:Name=Cy", "--Safeguarding:Chair:Phone=01234 567892", "--Safeguarding:SocialCare:Phone=01234 567893", "--Safeguarding:Lado:Phone=01234 567894",
        $"--Graph:TeamsAppId={Id}", $"--Rounds:Calendar={Terms(2027, 17)}",
    ];

    private string Terms(int year, int last)
    {
        var file = Path.Combine(_folder.FullName, $"{year}.yaml");
        File.WriteAllText(file, $"terms:\n  - name: Autumn {year}\n    from: {year}-09-02\n    until: {year}-12-{last}\n");
        return file;
    }

    private sealed class There(DateTimeOffset date, HttpStatusCode? status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (status is null)
                throw new HttpRequestException("Connection refused");

            var answer = new HttpResponseMessage(status.Value);
            answer.Headers.Date = date;
            return Task.FromResult(answer);
        }
    }

    private sealed class Entra(string? refusal) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            refusal is null ? new("token", ManualClock.Start.AddHours(1)) : throw new AuthenticationFailedException(refusal);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    private sealed class Permissions(PermissionFinding finding) : IPermissionCheck
    {
        public Task<IReadOnlyList<PermissionFinding>> LookAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PermissionFinding>>([finding]);
    }
}
