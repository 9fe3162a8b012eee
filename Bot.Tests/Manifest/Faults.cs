using System.Text.Json.Nodes;
using PolicyBot.Manifest.Icons;

namespace PolicyBot.Tests.Manifest;

/// <summary>Each way to spoil the app, and what the check has to say to it.</summary>
internal static class Faults
{
    private const string BuildAnew = "Build the zip anew with the settings of this bot: policybot manifest build.", Other = "99999999-1111-4222-8333-444455556666";

    private static readonly Pixel Ground = new(0x17, 0x45, 0x6B, 255), White = new(255, 255, 255, 255), Red = new(255, 0, 0, 255);

    public static Dictionary<string, (Action<TheApp> Plant, string Said)> InFiles { get; } = new()
    {
        ["no manifest"] = (app => app.Files.Remove("manifest.json"), "The zip has no manifest.json. Put it in at the root, with exactly this name."),
        ["zipped with its folder"] = (Folder, "manifest.json lies in a folder (policybot/manifest.json). Zip the files themselves, and not the folder."),
        ["no JSON"] = (app => app.Write("{ \"id\": "), "manifest.json is no JSON object. Build the zip anew: policybot manifest build."),
        ["a property twice"] = (app => app.Write("""{"id":"a","id":"b"}"""), "manifest.json is no JSON object. Build the zip anew: policybot manifest build."),
        ["an icon that is not there"] = (app => app.Files.Remove("color.png"), "icons.color names color.png, and the zip has no such file. Put it in beside manifest.json."),
        ["a file too many"] = (app => app.Files["notes.txt"] = [1], "The zip has notes.txt, which manifest.json does not name. Take it out."),
        ["a picture of another kind"] = (app => app.Files["color.png"] = "GIF89a"u8.ToArray(), "color.png cannot be read: it is no PNG. Save it as a PNG with 8 bits for each channel, not interlaced."),
        ["a small icon"] = (app => app.Files["color.png"] = DrawnPng.Of(96, 96, (_, _) => Ground), "color.png is 96 by 96 pixels. Draw it 192 by 192."),
        ["a symbol that is too large"] = (app => app.Files["color.png"] = DrawnPng.Of(192, 192, (x, y) => x is > 20 and < 170 && y is > 90 and < 100 ? White : Ground),
            "color.png has #FFFFFF at 21, 91 on its ground of #17456B. Keep the symbol within the middle 96 by 96 pixels."),
        ["an icon with nothing on it"] = (app => app.Files["color.png"] = DrawnPng.Of(192, 192, (_, _) => Ground), "color.png shows nothing. Draw a symbol within its middle 96 by 96 pixels."),
        ["a ground that is half transparent"] = (app => app.Files["color.png"] = DrawnPng.Of(192, 192, (_, _) => Ground with { Alpha = 128 }), "color.png has a ground that is half transparent. Make it one solid colour, or fully transparent."),
        ["an outline of 192"] = (app => app.Files["outline.png"] = app.Files["color.png"], "outline.png is 192 by 192 pixels. Draw it 32 by 32."),
        ["an outline in colour"] = (app => app.Files["outline.png"] = DrawnPng.Of(32, 32, (x, y) => (x, y) == (5, 6) ? Red : default), "outline.png has #FF0000 at 5, 6. Make it pure white (#FFFFFF) on transparent, and nothing else."),
        ["an outline in nearly white"] = (app => app.Files["outline.png"] = DrawnPng.Of(32, 32, (x, y) => (x, y) == (5, 6) ? new Pixel(254, 255, 255, 9) : default), "outline.png has #FEFFFF at 5, 6. Make it pure white (#FFFFFF) on transparent, and nothing else."),
        ["an outline on white"] = (app => app.Files["outline.png"] = DrawnPng.Of(32, 32, (_, _) => White), "outline.png is white all over. Make everything but the lines transparent."),
        ["an empty outline"] = (app => app.Files["outline.png"] = DrawnPng.Of(32, 32, (_, _) => default), "outline.png shows nothing. Draw the symbol in pure white (#FFFFFF)."),
        ["a language file that lacks a text"] = (app => app.Translate("name.full", null), "en-gb.json does not say name.full. Put it in, as it stands in manifest.json."),
        ["a language file that says otherwise"] = (app => app.Translate("name.full", "PolicyBot, else"), "en-gb.json says name.full otherwise than manifest.json. Write 'PolicyBot: what our policies say'."),
        ["a language file with a text of nothing"] = (app => app.Translate("bots[0].commandLists[1].commands[9].title", "Nine"), "en-gb.json says bots[0].commandLists[1].commands[9].title, which manifest.json has not. Take it out."),
        ["a language file with an unknown key"] = (app => app.Translate("greeting", "Hello"), "en-gb.json: greeting is nothing that Teams knows. Take it out, or correct its name."),
    };

    public static Dictionary<string, (Action<TheApp> Plant, string Said)> InShape { get; } = new()
    {
        ["an older schema"] = (app => app.Manifest["manifestVersion"] = "1.16", "manifest.json: manifestVersion is \"1.16\". Write \"1.30\"."),
        ["a property that is missing"] = (app => app.Manifest.Remove("accentColor"), "manifest.json: accentColor is missing. Put it in."),
        ["a property within that is missing"] = (app => app.Manifest["developer"]!.AsObject().Remove("privacyUrl"), "manifest.json: developer.privacyUrl is missing. Put it in."),
        ["a slip of the pen"] = (app => app.Bot["comandLists"] = new JsonArray(), "manifest.json: bots[0].comandLists is nothing that Teams knows. Take it out, or correct its name."),
        ["a name that is too long"] = (app => app.Manifest["name"]!["short"] = "PolicyBot for the whole of our school", "manifest.json: name.short is 37 characters long. Shorten it to 30."),
        ["a description that is too long"] = (app => app.Manifest["description"]!["short"] = new string('x', 81), "manifest.json: description.short is 81 characters long. Shorten it to 80."),
        ["a developer's name that is too long"] = (app => app.Manifest["developer"]!["name"] = new string('x', 33), "manifest.json: developer.name is 33 characters long. Shorten it to 32."),
        ["an id that is none"] = (app => app.Manifest["id"] = "policybot", "manifest.json: id is 'policybot'. Write an id, such as 11111111-2222-3333-4444-555555555555."),
        ["a colour by name"] = (app => app.Manifest["accentColor"] = "blue", "manifest.json: accentColor is 'blue'. Write # and six digits, such as #17456B."),
        ["two bots"] = (app => app.Manifest["bots"]!.AsArray().Add(app.Bot.DeepClone()), "manifest.json: bots has 2 entries. Keep 1 at most."),
        ["a scope that is none"] = (app => app.Bot["scopes"]!.AsArray().Add("school"), "manifest.json: bots[0].scopes[2] is \"school\". Write \"team\" or \"personal\" or \"groupChat\" or \"copilot\"."),
        ["a text for a list"] = (app => app.Manifest["validDomains"] = "policybot.school.org", "manifest.json: validDomains is \"policybot.school.org\". Write a list in square brackets."),
        ["a number for a text"] = (app => app.Manifest["version"] = 1, "manifest.json: version is 1. Write a text in quotation marks."),
        ["more commands than Teams shows"] = (TooMany, "manifest.json: bots[0].commandLists[0].commands has 13 entries. Keep 12 at most."),
        ["a permission asked for twice"] = (app => app.Consents.Add(app.Consents[0]!.DeepClone()), "manifest.json: authorization.permissions.resourceSpecific has the same entry twice. Take one out."),
        ["a connector that needs a reference"] = (Connector, "manifest.json: agentConnectors[0].toolSource.remoteMcpServer.authorization.referenceId is missing. Put it in."),
    };

    public static Dictionary<string, (Action<TheApp> Plant, string Said)> InMeaning { get; } = new()
    {
        ["another app's id"] = (app => app.Manifest["id"] = Other, $"id is {Other}, and Graph:TeamsAppId is {TheApp.TeamsAppId}. {BuildAnew}"),
        ["another bot's id"] = (app => app.Bot["botId"] = Other, $"bots[0].botId is {Other}, and MicrosoftAppId is {TheApp.Settings.BotId}. {BuildAnew}"),
        ["another application"] = (app => app.Manifest["webApplicationInfo"]!["id"] = Other, $"webApplicationInfo.id is {Other}, and MicrosoftAppId is {TheApp.Settings.BotId}. {BuildAnew}"),
        ["no application"] = (app => app.Manifest.Remove("webApplicationInfo"), "webApplicationInfo is missing. Put it in with the bot's app id: without it Teams does not know who sends notices into the feed."),
        ["an application without resource"] = (app => app.Manifest["webApplicationInfo"]!.AsObject().Remove("resource"), "webApplicationInfo.resource is missing. Write any address, such as api:// and the bot's id: Teams refuses permissions without one."),
        ["a version in words"] = (app => app.Manifest["version"] = "1.0-beta", $"version is '1.0-beta'. Write three numbers, such as {TheApp.Settings.Version}."),
        ["an older version"] = (app => app.Manifest["version"] = "0.0.1", $"version is 0.0.1, and the bot's is {TheApp.Settings.Version}. {BuildAnew}"),
        ["an address without https"] = (app => app.Manifest["developer"]!["websiteUrl"] = "http://policybot.school.org", "developer.websiteUrl is http://policybot.school.org. Write an https address: Teams opens no other."),
        ["a privacy page elsewhere"] = (app => app.Manifest["developer"]!["privacyUrl"] = "https://example.org/privacy", $"developer.privacyUrl is https://example.org/privacy, and the bot's page is {TheApp.Address}/privacy. {BuildAnew}"),
        ["no domain"] = (app => app.Manifest["validDomains"] = new JsonArray(), "validDomains does not name policybot.school.org, where the bot's pages are. Put it in."),
        ["a domain of anybody"] = (app => app.Manifest["validDomains"]!.AsArray().Add("*.org"), "validDomains names *.org, where the bot has no pages. Take it out."),
        ["Microsoft's name"] = (app => app.Manifest["name"]!["full"] = "PolicyBot for Microsoft 365", "name.full is 'PolicyBot for Microsoft 365'. Leave out Microsoft: Microsoft keeps its names for its own apps."),
        ["Teams' name"] = (Renamed, "name.short is 'PolicyBot teams'. Leave out Teams: Microsoft keeps its names for its own apps."),
        ["another name at length"] = (app => app.Manifest["name"]!["full"] = "Staff policies", "name.full is 'Staff policies'. Begin it with the short name, 'PolicyBot', and say more: people look for the app by either."),
        ["no name at length"] = (app => app.Manifest["name"]!.AsObject().Remove("full"), "name.full is missing. Put in the name at length, which begins with the short one."),
        ["the same said twice"] = (app => app.Manifest["description"]!["full"] = (string)app.Manifest["description"]!["short"]!, "description.full is the same as description.short. Say at length what the bot does and what it does not know."),
        ["an empty text"] = (app => app.Commands[1]!["description"] = " ", "bots[0].commandLists[0].commands[1].description is empty. Write something, or take it out."),
        ["a space too many"] = (app => app.Commands[1]!["description"] = "Step by step ", "bots[0].commandLists[0].commands[1].description begins or ends with a space. Take it away."),
        ["a field that nothing filled"] = (app => app.Commands[1]!["description"] = "As {Club:Name} does it", "bots[0].commandLists[0].commands[1].description still says {Club:Name}, which is filled by no setting. Write what is to stand there."),
        ["a pale ground for the outline"] = (app => app.Manifest["accentColor"] = "#FFE680", "accentColor is #FFE680, on which the white outline is hard to see (contrast 1.2). Take a darker one: 3 or more."),
        ["no bot"] = (app => app.Manifest.Remove("bots"), "bots is missing. Put in the bot: without it there is nobody to talk to."),
        ["not in teams"] = (NotInTeams, "bots[0].scopes has no 'team'. Put it in: the roster is read from a team that the bot is in."),
        ["in group chats"] = (InGroupChats, "bots[0].scopes has 'groupChat', where the bot has nothing to do. Take it out."),
        ["no word on channels"] = (app => app.Manifest.Remove("supportsChannelFeatures"), "supportsChannelFeatures is missing. Write \"tier1\": without it Teams leaves the bot out of shared and private channels."),
        ["for notices only"] = (app => app.Bot["isNotificationOnly"] = true, "bots[0].isNotificationOnly is true, and nobody could ask anything. Write false."),
        ["takes files"] = (app => app.Bot["supportsFiles"] = true, "bots[0].supportsFiles is true, and the bot can read words only. Write false."),
        ["nowhere to go from the feed"] = (app => app.Manifest.Remove("staticTabs"), "staticTabs has no 'conversations'. Put it in: a notice in the activity feed leads to it."),
        ["something the bot has not"] = (app => app.Manifest["showLoadingIndicator"] = true, "manifest.json has showLoadingIndicator, which the bot does not use. Take it out."),
        ["an icon for two"] = (app => { app.Manifest["icons"]!["outline"] = "color.png"; app.Files.Remove("outline.png"); }, "color.png is named by icons.color and icons.outline. Give each a file of its own.\ncolor.png is 192 by 192 pixels. Draw it 32 by 32."),
        ["a language that it does not speak"] = (app => app.Manifest["localizationInfo"]!["defaultLanguageTag"] = "en-us", "localizationInfo.defaultLanguageTag is en-us. Write en-gb: the bot speaks British English."),
        ["no language file"] = (app => { app.Manifest["localizationInfo"]!.AsObject().Remove("defaultLanguageFile"); app.Files.Remove("en-gb.json"); }, "localizationInfo has no defaultLanguageFile. Put it in: whoever translates the app begins with that file."),
    };

    public static Dictionary<string, (Action<TheApp> Plant, string Said)> InWhatItDoes { get; } = new()
    {
        ["a command that is not understood"] = (app => app.Commands.Add(Command("Feed the hamster")), "bots[0].commandLists[0].commands[11].title is 'Feed the hamster', which the bot does not understand in 'personal'. Write something that it answers, or take the command out."),
        ["a prompt that is not understood"] = (app => app.Commands[6]!["prompt"] = "What is the capital of France?", "bots[0].commandLists[0].commands[6].prompt is 'What is the capital of France?', which the bot does not understand in 'personal'. Write something that it answers, or take the command out."),
        ["a command for the wrong place"] = (app => TeamCommands(app).Add(Command("What have I signed")), "bots[0].commandLists[1].commands[3].title is 'What have I signed', which the bot does not understand in 'team'. Write something that it answers, or take the command out."),
        ["a prompt without words"] = (app => app.Commands[6]!.AsObject().Remove("prompt"), "bots[0].commandLists[0].commands[6] ('Friend request from a parent') is a prompt without a prompt. Write under prompt what Teams is to send."),
        ["a prompt of another type"] = (app => app.Commands[6]!["type"] = "basic", "bots[0].commandLists[0].commands[6] ('Friend request from a parent') has a prompt and is of another type. Write \"type\": \"prompt\", or take the prompt out."),
        ["a command without description"] = (app => app.Commands[0]!.AsObject().Remove("description"), "bots[0].commandLists[0].commands[0] ('Help') has no description. Say in a few words what comes of it."),
        ["a command twice"] = (app => app.Commands[1]!["title"] = "Help", "bots[0].commandLists[0] has 'Help' twice. Take one out."),
        ["no help"] = (app => app.Commands.RemoveAt(0), "bots[0].commandLists[0] has no command Help. Put it in: people look for it."),
        ["a scope without commands"] = (app => app.Bot["commandLists"]!.AsArray().RemoveAt(1), "bots[0].commandLists has no list for 'team'. Put in one with Help in it."),
        ["a permission that is not used"] = (app => app.Consents.Add(Consent("ChannelMessage.Read.Group")), "authorization.permissions.resourceSpecific has ChannelMessage.Read.Group, which the bot does not use. Take it out."),
        ["a permission that is missing"] = (app => app.Consents.RemoveAt(0), "authorization.permissions.resourceSpecific has no TeamsActivity.Send.User, which the bot needs to put notices into the activity feed. Put it in."),
        ["a permission for signed-in people"] = (app => app.Consents[0]!["type"] = "Delegated", "TeamsActivity.Send.User is of the type Delegated. Write Application: the bot acts on its own."),
        ["not to write to staff"] = (app => app.Manifest["permissions"]!.AsArray().RemoveAt(1), "permissions has no messageTeamMembers, which the bot needs to write to staff in their own chats. Put it in."),
        ["an activity that is never sent"] = (app => app.Activities.Add(Activity("acknowledgementDue")), "activities has acknowledgementDue, which the bot never sends. Take it out."),
        ["an activity that is missing"] = (app => app.Activities.Clear(), "activities has no policyReviewDue, which the bot sends into the feed. Put it in."),
        ["Teams' own activity"] = (app => app.Activities.Add(Activity("systemDefault")), "activities has systemDefault, which is Teams' own and must not be declared. Take it out."),
        ["a parameter that is missing"] = (app => app.Activities[0]!["templateText"] = "{actor}: {policyTitle} is due", "The templateText of policyReviewDue has no {dueDate}, which the bot sends. Put it in."),
        ["a parameter that is not sent"] = (app => app.Activities[0]!["templateText"] = "{policyTitle} of {club}: due {dueDate}", "The templateText of policyReviewDue has {club}, which the bot does not send. Take it out."),
    };

    public static IEnumerable<KeyValuePair<string, (Action<TheApp> Plant, string Said)>> All => [.. InFiles, .. InShape, .. InMeaning, .. InWhatItDoes];

    private static JsonObject Command(string title) => new() { ["title"] = title, ["description"] = "Something" };

    private static JsonObject Consent(string name) => new() { ["name"] = name, ["type"] = "Application" };

    private static JsonObject Activity(string type) => new() { ["type"] = type, ["description"] = "Something", ["templateText"] = "Something" };

    private static JsonArray TeamCommands(TheApp app) => app.Bot["commandLists"]![1]!["commands"]!.AsArray();

    private static void Folder(TheApp app)
    {
        foreach (var (name, file) in app.Files.ToList())
        {
            app.Files.Remove(name);
            app.Files[$"policybot/{name}"] = file;
        }
    }

    private static void TooMany(TheApp app)
    {
        foreach (var title in new[] { "Hello", "Thanks" })
            app.Commands.Add(Command(title));
    }

    private static void Renamed(TheApp app) => (app.Manifest["name"]!["short"], app.Manifest["name"]!["full"]) = ("PolicyBot teams", "PolicyBot teamsters");

    private static void NotInTeams(TheApp app)
    {
        app.Bot["scopes"]!.AsArray().RemoveAt(1);
        app.Bot["commandLists"]!.AsArray().RemoveAt(1);
    }

    private static void InGroupChats(TheApp app)
    {
        app.Bot["scopes"]!.AsArray().Add("groupChat");
        app.Bot["commandLists"]![1]!["scopes"]!.AsArray().Add("groupChat");
    }

    /// <summary>Found only where the schema is read as draft 7: "if" and "then".</summary>
    private static void Connector(TheApp app) => app.Manifest["agentConnectors"] = JsonNode.Parse("""
        [{"id":"a","displayName":"A","description":"A",
          "toolSource":{"remoteMcpServer":{"mcpServerUrl":"https://policybot.school.org/mcp","mcpToolDescription":{"file":"tools.json"},"authorization":{"type":"OAuthPluginVault"}}}}]
        """);
}
