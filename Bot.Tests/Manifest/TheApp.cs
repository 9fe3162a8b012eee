using System.Text;
using System.Text.Json.Nodes;
using PolicyBot.Manifest;
using PolicyBot.Tests.BotFramework;

namespace PolicyBot.Tests.Manifest;

/// <summary>The app as it is built, to be spoilt.</summary>
internal sealed class TheApp
{
    public const string TeamsAppId = "33333333-1111-4222-8333-444455556666", Address = "https://policybot.school.org";

    private byte[]? _text, _words;

    public static ManifestSettings Settings { get; } = new(BotHost.AppId, TeamsAppId, new Uri(Address), "Hillside Club", ManifestSettings.ProgramVersion);

    public static IReadOnlyList<string> Names { get; } = ["manifest.json", "color.png", "en-gb.json", "outline.png"];

    public JsonObject Manifest { get; } = JsonNode.Parse(PackageBuild.Of(Settings).Files[AppPackage.Manifest])!.AsObject();

    public Dictionary<string, byte[]> Files { get; } = PackageBuild.Of(Settings).Files.ToDictionary();

    public JsonObject Bot => Manifest["bots"]![0]!.AsObject();

    public JsonArray Commands => Bot["commandLists"]![0]!["commands"]!.AsArray();

    public JsonArray Activities => Manifest["activities"]!["activityTypes"]!.AsArray();

    public JsonArray Consents => Manifest["authorization"]!["permissions"]!["resourceSpecific"]!.AsArray();

    /// <summary>The manifest as it stands in the file, where it is no JSON.</summary>
    public void Write(string text) => _text = Encoding.UTF8.GetBytes(text);

    public void Translate(string place, string? text)
    {
        var words = PackageBuild.Words(Manifest);
        if (text is null)
            words.Remove(place);
        else
            words[place] = text;

        _words = PackageBuild.Bytes(words);
    }

    public AppPackage Package()
    {
        var files = new Dictionary<string, byte[]>(Files);
        if (files.ContainsKey(AppPackage.Manifest))
            files[AppPackage.Manifest] = _text ?? PackageBuild.Bytes(Manifest);
        if (files.ContainsKey(PackageBuild.LanguageFile))
            files[PackageBuild.LanguageFile] = _words ?? PackageBuild.Bytes(PackageBuild.Words(Manifest));

        return new AppPackage(files);
    }
}
