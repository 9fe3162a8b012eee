using System.Reflection;

namespace PolicyBot.Commands;

/// <summary>What can be typed, and what it does: all of it in short.</summary>
internal static partial class Usage
{
    private const string All = """
        PolicyBot answers staff questions about the school's policies.

        policybot                        start the bot on http://127.0.0.1:3978
        policybot ask "question"         one answer
        policybot ask --jsonl FILE       a line {"id","question"} in, a line with the answer out; - is standard input
        policybot ask --why "question"   the answer, and how it comes about
        policybot chat [--as manager]    a conversation in the terminal, as staff or as the manager
        policybot outbox                 messages promised, delivered, refused and waiting, and whom the bot does not reach
        policybot round preview|start    whom a round would ask to confirm a policy, and when; start it
        policybot round status|pause|resume|stop|remind
        policybot review [POLICY]        when each policy is to be reviewed, who was told, and whether it arrived
        policybot review unchanged|later|give|pack
        policybot register verify        that no acknowledgement was changed, dropped or put in later
        policybot register export FILE   all of them as a file that anybody can verify
        policybot register report POLICY FILE  who has acknowledged it and who has not, to print (.html) or as a table (.csv, .xlsx)
        policybot register show PERSON   what stands about a person, entry by entry
        policybot register correct N WHY that entry N, such as a signature entered for the wrong person, does not count
        policybot person export ID FILE  all that is kept about a person, for them
        policybot person erase ID WHY    forget a person, without breaking the register's proof
        policybot person due|erase-due   who left longer ago than people are kept; erase all about them
        policybot data                   what is kept about people, why and for how long, for the school's records
        policybot roster import FILE     who works here, from a table saved as CSV; --try only says what would be otherwise
        policybot roster import --team   who works here, from the members of the team in which the bot is
        policybot roster import --group  who works here, from the members of a group in Entra
        policybot roster show [DATE]     who must acknowledge on a day, who is on leave, has left or not started
        policybot doctor                 the whole installation: settings, database, clock, tokens, Teams and Graph, and what to put right
        policybot graph check            which permissions the bot has in Microsoft Graph, which it lacks and what to do
        policybot manifest build [FILE]  the app for Teams as a zip, from these settings, and whether it is as Teams wants it
        policybot manifest check FILE    whether a zip is as Teams wants it, and this bot's
        policybot policy check PATH      what is wrong in a policy's folder, or that nothing is
        policybot policy import FILE     a policy's folder from its document: .docx, .md or .txt; what is not certain is asked
        policybot policy confirm FOLDER  what was written for a clause that has changed still fits it
        policybot policy evaluate FILE   how many questions of a file are answered as they should be, and which are not
        policybot policy learn           learn from the files beside the policies, so that the next start is quick
        policybot backup FILE|FOLDER     a copy of everything, made while the bot runs; --keep 14 keeps that many in a folder
        policybot restore FILE           bring a backup back; --replace where there is a database already
        policybot health [ADDRESS]       how the bot that runs is, in sentences
        policybot --help, --version

        Settings come from appsettings.json, environment variables, or --Name value, such as --urls http://127.0.0.1:4000.
        Exit codes: 0 done, 1 a check failed or a line could not be answered, 2 bad usage or settings.
        """;

    private static Dictionary<string, string> Each => new(OfTalkAndRecords.Concat(OfUpkeep), StringComparer.Ordinal);

    public static string Version =>
        $"PolicyBot {typeof(Usage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}";

    public static string Of(IReadOnlyList<string> words) =>
        words.Count > 0 && Each.TryGetValue(words[0], out var one) ? one : All;

    /// <returns>" Did you mean 'ask'?", or nothing where no command begins alike.</returns>
    public static string Meant(string verb) =>
        (Each.Keys.FirstOrDefault(known => verb.Contains(known, StringComparison.OrdinalIgnoreCase)) ?? Each.Keys.FirstOrDefault(known => known[0] == verb.ToLowerInvariant()[0])) is { } near
            ? $" Did you mean '{near}'?"
            : "";
}
