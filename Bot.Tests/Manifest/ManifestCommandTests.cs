using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Commands;
using PolicyBot.Manifest;
using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Manifest;

public sealed class ManifestCommandTests(SharedBot shared) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policybot-manifest-").FullName;

    private string Zip => Path.Combine(_folder, "app.zip");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_built_passes_the_check()
    {
        var built = Of().Build(Zip);

        Assert.Equal((0, $"{Zip} is made, for version {ManifestSettings.ProgramVersion}: manifest.json, color.png, en-gb.json, outline.png. All checks passed. "
            + "Upload it in the Teams admin centre: docs/manifest.md says how."), (built.ExitCode, built.Text));
        Assert.Equal(new Command.Explain($"{Zip} is this bot's, and as Teams wants it. All checks passed.", 0), Of().Check(Zip));
    }

    [Fact]
    public void Another_bots_zip_is_known_for_one()
    {
        Of().Build(Zip);

        var checkedHere = Of(("MicrosoftAppId", "99999999-1111-4222-8333-444455556666")).Check(Zip);

        Assert.Equal(1, checkedHere.ExitCode);
        Assert.EndsWith($"2 things are wrong in {Zip}.", checkedHere.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_setting_nothing_is_written()
    {
        var built = Of(("PublicAddress", "")).Build(Zip);

        Assert.Equal(2, built.ExitCode);
        Assert.EndsWith("The manifest needs these settings. Nothing was written.", built.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(Zip));
    }

    [Fact]
    public void What_is_no_zip_says_so()
    {
        File.WriteAllText(Zip, "manifest");

        Assert.Equal(1, Of().Check(Zip).ExitCode);
        Assert.StartsWith($"{Zip} cannot be read as a zip. ", Of().Check(Zip).Text, StringComparison.Ordinal);
        Assert.EndsWith("Build it anew: policybot manifest build.", Of().Check(Zip).Text, StringComparison.Ordinal);
        Assert.Equal(new Command.Explain($"There is no file {Zip}x.", 2), Of().Check($"{Zip}x"));
    }

    [Fact]
    public void A_zip_goes_nowhere_else()
    {
        Assert.Equal(new Command.Explain("'app.docx' does not end in .zip. Write the name of the zip to make.", 2), Of().Build("app.docx"));
        Assert.StartsWith($"{_folder}/none/app.zip cannot be written", Of().Build($"{_folder}/none/app.zip").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_an_app_id_and_no_secret_yet_the_app_can_be_built_all_the_same()
    {
        var mistakes = new StartMistakes();

        await using var bot = Program.Build(["--environment=Production", $"--MicrosoftAppId={BotHost.AppId}", $"--MicrosoftAppTenantId={BotHost.TenantId}"], mistakes);

        Assert.Contains(mistakes.InSettings, mistake => mistake.StartsWith("MicrosoftAppPassword is not set.", StringComparison.Ordinal));
        Assert.NotNull(bot.Services.GetRequiredService<ManifestCommand>());
    }

    private ManifestCommand Of(params (string Name, string Value)[] otherwise) =>
        new(shared.Host.Services.GetRequiredService<PackageCheck>(), ManifestSettingsTests.Of(otherwise));
}
