using System.Text.Json;
using PolicyBot.Manifest;
using PolicyBot.Reviews;
using PolicyBot.Tests.Graph;

namespace PolicyBot.Tests.Manifest;

public sealed class FeedAsDeclaredTests
{
    /// <summary>Not by the bot's own list, but by what arrives at Microsoft Graph.</summary>
    [Fact]
    public async Task What_goes_into_the_feed_is_declared_with_its_parameters()
    {
        await using var stage = await GraphStage.OpenAsync();
        await stage.RunAsync(ReviewChannel.Feed);
        var sent = Assert.Single(stage.Sam.Feed).Value;

        var manifest = JsonSerializer.Deserialize(PackageBuild.Of(TheApp.Settings).Files[AppPackage.Manifest], ManifestJson.Default.TeamsManifest)!;

        var declared = Assert.Single(manifest.Activities!.ActivityTypes);
        Assert.Equal((string?)sent["activityType"], declared.Type);
        Assert.Equal("{policyTitle}: review due {dueDate}", declared.TemplateText);
        Assert.Equal(["policyTitle", "dueDate"], sent["templateParameters"]!.AsArray().Select(parameter => (string?)parameter!["name"]));
        Assert.Contains($"/conversations?", (string?)sent["topic"]!["webUrl"], StringComparison.Ordinal);
        Assert.Contains(manifest.StaticTabs, tab => tab.EntityId == "conversations");
    }
}
