using PolicyBot.BotFramework;

namespace PolicyBot.Manifest.Rules;

/// <summary>Every permission that is declared is used, and every one that is used is declared.</summary>
internal static class PermissionRules
{
    private const string Application = "Application";

    private static readonly Dictionary<string, string> NeededTo = new()
    {
        [ResourceConsents.SendToFeed] = "put notices into the activity feed",
        [ResourceConsents.SeeRead] = "see that somebody has read a message of a round",
        ["identity"] = "know who signs and who asks",
        ["messageTeamMembers"] = "write to staff in their own chats",
    };

    private static readonly string[] FromPeople = ["identity", "messageTeamMembers"];

    public static IEnumerable<string> Faults(TeamsManifest manifest)
    {
        var declared = manifest.Authorization?.Permissions?.ResourceSpecific ?? [];
        return
        [
            .. Compared("authorization.permissions.resourceSpecific", [.. declared.Select(each => each.Name)], ResourceConsents.All),
            .. declared.Where(each => each.Type != Application)
                .Select(each => $"{each.Name} is of the type {each.Type}. Write {Application}: the bot acts on its own."),
            .. Compared("permissions", manifest.Permissions, FromPeople),
            .. Compared("devicePermissions", manifest.DevicePermissions, []),
        ];
    }

    private static IEnumerable<string> Compared(string place, IReadOnlyList<string> declared, IReadOnlyList<string> used) =>
    [
        .. used.Except(declared).Select(name => $"{place} has no {name}, which the bot needs to {NeededTo[name]}. Put it in."),
        .. declared.Except(used).Select(name => $"{place} has {name}, which the bot does not use. Take it out."),
        .. declared.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{place} has {same.Key} twice. Take one out."),
    ];
}
