namespace PolicyBot.Commands;

/// <summary>What can be typed, and what it does: each command for who looks after an installation, at length.</summary>
internal static partial class Usage
{
    private static readonly Dictionary<string, string> OfUpkeep = new(StringComparer.Ordinal)
    {
        ["doctor"] = """
            policybot doctor

            Goes through the installation with these settings, and changes nothing: settings, addresses, the manager, terms, database, the
            way to Teams and back, this machine's clock, the app's manifest, and Microsoft Graph. ok, look (it works, but is seldom
            meant) or WRONG, each with what to do; with anything wrong the command exits with 1. Run it as the user that the bot runs as.
            """,
        ["graph"] = """
            policybot graph check

            Tries each thing that the bot does in Microsoft Graph once, with nothing behind it: nobody is written to and nothing is
            changed. A line for each permission; where one is missing that the settings need, what to do, and the command exits with 1.
            """,
        ["person"] = """
            policybot person export PERSON FILE

            Writes all that is kept about a person to a new file (JSON), for whoever asks what is kept about them. PERSON is the id
            that stands in "roster show" or in an export of the register.

            policybot person erase PERSON REASON

            Deletes what is kept about a person: roster, rounds, questions, chat, messages. Entries of the register lose who and what
            they are about; that they were there, and why they were erased, stays provable. Backups and exports made before still have it.

            policybot person due
            policybot person erase-due

            Who left longer ago than Retention:YearsAfterLeaving (6 years; 0 keeps everybody), or will have in three months, and the
            erasure of those. With Retention:Automatic the bot erases them itself, every night; otherwise nobody is.
            """,
        ["data"] = """
            policybot data

            What is kept about people, why and for how long, as a table to paste into the school's record of processing. /privacy
            shows the same to staff.
            """,
        ["manifest"] = """
            policybot manifest build [FILE.zip]

            Makes the zip that is uploaded in the Teams admin centre, from the settings with which the bot runs: MicrosoftAppId,
            Graph:TeamsAppId, PublicAddress, Club:Name. It is checked as below; with anything wrong nothing is written. FILE is written
            over; without it the zip is named by its version, here.

            policybot manifest check FILE.zip

            Holds a zip against Microsoft's schema, the rules for icons and names, what the bot does, and these settings: a
            sentence for each fault, and the command exits with 1.
            """,
        ["backup"] = """
            policybot backup FILE
            policybot backup FOLDER [--keep NUMBER]

            Copies the SQLite database into one file while the bot runs, and looks through what it wrote. In a folder the file is
            named by the time (UTC), and of the files so named only the last NUMBER stay. A file that is there is not written over.
            On PostgreSQL it says how its own program, pg_dump, does it.
            """,
        ["restore"] = """
            policybot restore FILE [--replace]

            Puts a backup where the database is to be, with the bot stopped. A database that is there is only replaced with
            --replace, and is kept beside the new one. A file that is damaged, of another program or of a newer PolicyBot is
            refused. Afterwards: policybot register verify --expect VALUE, with the check value of the backup.
            """,
        ["health"] = """
            policybot health [ADDRESS] [--wait]

            Asks the bot that runs (http://127.0.0.1:3978) how it is: a sentence each for the process, database, schema, outbox
            and schedule. Exits with 1 where it is not ready or does not answer; with --wait only after a minute.
            """,
    };
}
