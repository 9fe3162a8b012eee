using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyBot.BotFramework;
using PolicyBot.Manifest;
using PolicyBot.Tests.BotFramework;
using PolicyBot.Tests.Rooms;

namespace PolicyBot.Tests.Manifest;

public sealed partial class PackageBuildTests
{
    [Fact]
    public void The_zip_has_what_the_manifest_names_at_its_root()
    {
        var zip = PackageBuild.Of(TheApp.Settings).ToZip();

        Assert.Equal(TheApp.Names, AppPackage.Read(new MemoryStream(zip)).Files.Keys);
        Assert.Equal(zip, PackageBuild.Of(TheApp.Settings).ToZip());
    }

    [Fact]
    public void Ids_addresses_and_version_come_from_the_settings()
    {
        var manifest = JsonElement.Parse(PackageBuild.Of(TheApp.Settings).Files[AppPackage.Manifest]);

        Assert.Equal(TheApp.TeamsAppId, Text(manifest, "id"));
        Assert.Equal(BotHost.AppId, Text(manifest.GetProperty("bots")[0], "botId"));
        Assert.Equal(BotHost.AppId, Text(manifest.GetProperty("webApplicationInfo"), "id"));
        Assert.Equal($"api://policybot.school.org/{BotHost.AppId}", Text(manifest.GetProperty("webApplicationInfo"), "resource"));
        Assert.Equal("Hillside Club", Text(manifest.GetProperty("developer"), "name"));
        Assert.Equal($"{TheApp.Address}/terms", Text(manifest.GetProperty("developer"), "termsOfUseUrl"));
        Assert.Equal($"{ManifestSettings.ProgramVersion}", Text(manifest, "version"));
    }

    [Fact]
    public void Nothing_in_the_text_of_a_setting_breaks_the_json()
    {
        var settings = TheApp.Settings with { Developer = "The \"Owls\" {Version} \\ Club" };

        var manifest = JsonElement.Parse(PackageBuild.Of(settings).Files[AppPackage.Manifest]);

        Assert.Equal(settings.Developer, Text(manifest.GetProperty("developer"), "name"));
    }

    [Fact]
    public void The_newest_release_of_the_changelog_is_the_programs_version()
    {
        var releases = Release().Matches(File.ReadAllText(Path.Combine(RoomOrder.SourceFolder, "..", "CHANGELOG.md"))).Select(match => match.Groups[1].Value).ToList();

        Assert.True(releases is [] || releases[0] == $"{ManifestSettings.ProgramVersion}", "Directory.Build.props and CHANGELOG.md name different versions.");
    }

    /// <summary>No permission is used that is named anywhere else.</summary>
    [Fact]
    public void Every_resource_specific_permission_in_the_code_is_on_the_list()
    {
        var named = Directory.EnumerateFiles(RoomOrder.SourceFolder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Permission().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct();

        Assert.Equal(ResourceConsents.All.Order(), named.Order());
    }

    private static string? Text(JsonElement value, string name) => value.GetProperty(name).GetString();

    [GeneratedRegex(@"^## \[?v?([0-9]+\.[0-9]+\.[0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Release();

    [GeneratedRegex("\"([A-Za-z]+\\.[A-Za-z]+\\.(?:User|Chat|Group))\"")]
    private static partial Regex Permission();
}
