namespace PolicyBot.Graph;

/// <summary>What the bot does in Graph, and what it needs for it.</summary>
/// <param name="Does">After "the bot may": "put a notice into the activity feed".</param>
/// <param name="Permission">The application permission, by the name that Entra shows.</param>
/// <param name="NotFound">What it means that something is not there, and what to do: a sentence.</param>
internal sealed record GraphCall(string Does, string Permission, string NotFound)
{
    private const string NoSuchPerson = "There is no such person in Entra any more. Bring the roster and Manager:EntraId up to date.";

    public static readonly GraphCall
        Feed = new("put a notice into the activity feed", "TeamsActivity.Send",
            "The app is not installed for this person, or there is no such person in Entra. Turn on Graph:InstallForStaff, or install the app for them in the Teams admin centre."),
        Calendar = new("put an event into a calendar", "Calendars.ReadWrite",
            "This person has no mailbox in Exchange Online, or there is no such person in Entra. Give them a licence with a mailbox, or take calendar out of their reminders."),
        ToDo = new("write a task into To Do", "Tasks.ReadWrite.All",
            "This person has no mailbox in Exchange Online, where To Do keeps its tasks, or there is no such person in Entra. Give them a licence with a mailbox, or take To Do out of their reminders."),
        Mail = new("send mail", "Mail.Send",
            "There is no such mailbox as Graph:MailFrom. Write the address of a mailbox in Exchange Online."),
        Install = new("install itself for a person", "TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All",
            "There is no such person in Entra, or no such app in the catalogue. Check Graph:CatalogueAppId, and upload the app in the Teams admin centre."),
        Installed = new("see its installations", "TeamsAppInstallation.ReadForUser.All", NoSuchPerson),
        Catalogue = new("look itself up in the organisation's catalogue", "AppCatalog.Read.All",
            "There is no catalogue of apps. Upload the app in the Teams admin centre."),
        Members = new("read the members of a group", "GroupMember.Read.All",
            "There is no such group in Entra. Check Graph:RosterGroup and Graph:ManagerGroup: they are object ids."),
        Manager = new("read who somebody's manager is", "User.Read.All",
            "The person of Graph:ManagerOf has no manager in Entra, or is not there. Enter their manager in Entra, or set Manager:EntraId instead.");
}
