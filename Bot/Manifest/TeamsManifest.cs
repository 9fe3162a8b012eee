using System.Text.Json.Serialization;

namespace PolicyBot.Manifest;

/// <summary>
/// The fields of a manifest that the bot has to do with; a list that is not there is empty. The shape is proven by the schema before.
/// "App manifest schema", Microsoft Teams documentation.
/// </summary>
internal sealed record TeamsManifest(
    string Version, string Id, Developer Developer, ShortAndFull Name, ShortAndFull Description, IconNames Icons, string AccentColor)
{
    public LocalizationInfo? LocalizationInfo { get; init; }

    public string? SupportsChannelFeatures { get; init; }

    public IReadOnlyList<DeclaredBot> Bots { get => field ?? []; init; }

    public IReadOnlyList<StaticTab> StaticTabs { get => field ?? []; init; }

    public IReadOnlyList<string> Permissions { get => field ?? []; init; }

    public IReadOnlyList<string> DevicePermissions { get => field ?? []; init; }

    public IReadOnlyList<string> ValidDomains { get => field ?? []; init; }

    public WebApplicationInfo? WebApplicationInfo { get; init; }

    public Authorization? Authorization { get; init; }

    public Activities? Activities { get; init; }
}

internal sealed record Developer(string Name, string WebsiteUrl, string PrivacyUrl, string TermsOfUseUrl);

internal sealed record ShortAndFull(string Short, string? Full);

internal sealed record IconNames(string Color, string Outline);

internal sealed record LocalizationInfo(string DefaultLanguageTag)
{
    public string? DefaultLanguageFile { get; init; }

    public IReadOnlyList<LanguageFile> AdditionalLanguages { get => field ?? []; init; }
}

internal sealed record LanguageFile(string LanguageTag, string File);

internal sealed record DeclaredBot(string BotId, IReadOnlyList<string> Scopes)
{
    public bool IsNotificationOnly { get; init; }

    public bool SupportsFiles { get; init; }

    public bool SupportsCalling { get; init; }

    public bool SupportsVideo { get; init; }

    public IReadOnlyList<CommandList> CommandLists { get => field ?? []; init; }
}

internal sealed record CommandList(IReadOnlyList<string> Scopes, IReadOnlyList<DeclaredCommand> Commands);

/// <param name="Prompt">What Teams sends for one of the type "prompt"; for another it sends the title.</param>
internal sealed record DeclaredCommand(string Title, string? Description, string? Type, string? Prompt);

internal sealed record StaticTab(string EntityId);

internal sealed record WebApplicationInfo(string Id, string? Resource);

internal sealed record Authorization(ResourcePermissions? Permissions);

internal sealed record ResourcePermissions
{
    public IReadOnlyList<ResourcePermission> ResourceSpecific { get => field ?? []; init; }
}

internal sealed record ResourcePermission(string Name, string Type);

internal sealed record Activities
{
    public IReadOnlyList<ActivityKind> ActivityTypes { get => field ?? []; init; }
}

internal sealed record ActivityKind(string Type, string TemplateText);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TeamsManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
