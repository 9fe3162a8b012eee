using PolicyBot.BotFramework;

namespace PolicyBot.Teams;

/// <summary>Whether an activity says that the bot itself came or went. Other people coming and going is not our business.</summary>
internal static class Arrivals
{
    public static bool BotArrived(Activity activity) =>
        activity.Type == ActivityTypes.InstallationUpdate
            ? activity.Action is "add"
            : Names(activity.MembersAdded, activity);

    public static bool BotLeft(Activity activity) =>
        activity.Type == ActivityTypes.InstallationUpdate
            ? activity.Action is "remove"
            : Names(activity.MembersRemoved, activity);

    private static bool Names(IReadOnlyList<ChannelAccount>? members, Activity activity) =>
        activity.Recipient?.Id is { } bot && members?.Any(member => member?.Id == bot) == true;
}
