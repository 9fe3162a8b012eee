using System.Globalization;
using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Commands;

/// <summary>From the words typed to what is wanted.</summary>
internal abstract partial record Command
{
    public static Command Parse(string[] args) => Parse([.. Told(args).Where(told => !told.IsSetting).Select(told => told.Word)], args);

    private static Command Parse(List<string> words, string[] args) => words switch
    {
        _ when args.Contains("--help") || args.Contains("-h") => new Explain(Usage.Of(words), Done),
        _ when args.Contains("--version") => new Explain(Usage.Version, Done),
        [] => new Serve(),
        ["help", ..] => new Explain(Usage.Of(words[1..]), Done),
        ["ask", "--jsonl", var file] => new AskLines(file),
        ["ask", "--jsonl"] => Wrong("ask --jsonl needs a file, or - for standard input."),
        ["ask", var first, ..] when !first.StartsWith("--", StringComparison.Ordinal) => new Ask(string.Join(' ', words[1..])),
        ["ask", "--why", _, ..] => new Why(string.Join(' ', words[2..])),
        ["ask", ..] => Wrong("ask needs a question in quotation marks."),
        ["chat"] or ["chat", "--as", "staff"] => new Chat(AsManager: false),
        ["chat", "--as", "manager"] => new Chat(AsManager: true),
        ["chat", ..] => Wrong("chat is with staff or --as manager."),
        ["outbox"] => new Outbox(),
        ["register", "verify"] => new VerifyRegister(null),
        ["register", "verify", "--expect", var value] => new VerifyRegister(value),
        ["register", "verify", var file] => new VerifyExport(file),
        ["register", "export", var file] => new ExportRegister(file),
        ["register", "show", var person] => new ShowRegister(person),
        ["register", "correct", var entry, _, ..] when long.TryParse(entry, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => new CorrectRegister(number, string.Join(' ', words[3..])),
        ["register", "correct", ..] => Wrong("register correct needs the number of an entry and the reason. The numbers are in: register show, and a person's id or email."),
        ["register", "report", var policy, var file] => new ReportOn(policy, file, null),
        ["register", "report", var policy, var file, "--on", var day] => new ReportOn(policy, file, day),
        ["register", "report", ..] => Wrong("register report needs a policy's id and the name of a file that ends in .html, .csv or .xlsx, and may have --on and a day."),
        ["register", ..] => Wrong("register needs: verify, export and the name of a file, report, a policy and a file, show and a person, or correct, the number of an entry and the reason."),
        ["round", ("preview" or "start" or "status" or "pause" or "resume" or "stop" or "remind") and var what] => new Rounds(what, null, []),
        ["round", ("preview" or "start" or "status" or "pause" or "resume" or "stop" or "remind") and var what, var policy] => new Rounds(what, policy, []),
        ["round", "remind", var policy, var person] => new Rounds("remind", policy, [person]),
        ["round", "paper", var policy, _, _, _, ..] => new Rounds("paper", policy, words[3..]),
        ["round", "exempt", var policy, _, _, ..] => new Rounds("exempt", policy, words[3..]),
        ["round", "changes"] => new Texts("changes", null, ""),
        ["round", "changes", var policy] => new Texts("changes", policy, ""),
        ["round", ("corrected" or "changed") and var what, var policy, _, ..] => new Texts(what, policy, string.Join(' ', words[3..])),
        ["round", ..] => Wrong("round needs: preview, start, status, pause, resume, stop or remind and a policy; or paper, policy, person, day and why; or exempt, policy, person and why; or changes; or corrected or changed, policy and why."),
        ["review"] => new Reviews("show", null, []),
        ["review", ("later" or "pack") and var what, var policy, var word] => new Reviews(what, policy, [word]),
        ["review", "give", var policy, _, ..] => new Reviews("give", policy, words[3..]),
        ["review", "unchanged", var policy, var next, .. var by] when by.IndexOf("--on") is var on && on < by.Count - 1 && by.Count > (on < 0 ? 0 : 2) =>
            new Reviews("unchanged", policy, [next, .. on < 0 ? by : [.. by[..on], .. by[(on + 2)..]]], on < 0 ? null : by[on + 1]),
        ["review", var policy] => new Reviews("show", policy, []),
        ["review", ..] => Wrong("review needs: nothing or a policy, to see how it stands; later, a policy and a number of days; give, a policy and a name of the roster; unchanged, a policy, the next date and who approved it; or pack, a policy and a file."),
        ["roster", ..] => Roster(words[1..]),
        ["person", ..] => OfPerson(words),
        ["data"] => new ShowData(),
        ["data" or "doctor", _, ..] => Wrong($"{words[0]} needs nothing more."),
        ["doctor"] => new ExamineAll(),
        ["graph", "check"] => new CheckGraph(),
        ["graph", ..] => Wrong("graph needs: check."),
        ["manifest", "build"] => new BuildManifest(null),
        ["manifest", "build", var file] => new BuildManifest(file),
        ["manifest", "check", var file] => new CheckManifest(file),
        ["manifest", ..] => Wrong("manifest needs: build, and may have the name of a zip, or check and a zip."),
        ["backup" or "restore" or "health", ..] => Upkeep(words),
        ["policy", "learn"] => new Learn(),
        ["policy", "check", var path] => new CheckPolicy(path),
        ["policy", "evaluate", var file] => new Evaluate(file, 0),
        ["policy", "evaluate", var file, var share] when double.TryParse(share, CultureInfo.InvariantCulture, out var atLeast) => new Evaluate(file, atLeast),
        ["policy", "import", .. var how] => Import(how),
        ["policy", "confirm", var folder, .. var clauses] => new ConfirmPolicy(folder, clauses),
        ["policy", ..] => Wrong("policy needs: check and a file or folder, import and a document, confirm and a folder, evaluate and a file of questions, or learn."),
        [var verb, ..] => Wrong($"'{verb}' is no command.{Usage.Meant(verb)}"),
    };

    private static Command Roster(List<string> words) => words switch
    {
        ["import", .. var how] when how.Contains(OfTeam) => how.Where(word => word is not (Try or OfTeam)).ToList() switch
        {
            [] => new ImportTeam(null, how.Contains(Try)),
            [var id] => new ImportTeam(id, how.Contains(Try)),
            _ => Wrong("roster import --team has the id of one team, or nothing where the bot is in one only."),
        },
        ["import", .. var how] when how.Contains(OfGroup) => how.Where(word => word is not (Try or OfGroup)).ToList() switch
        {
            [] => new ImportGroup(null, how.Contains(Try)),
            [var id] => new ImportGroup(id, how.Contains(Try)),
            _ => Wrong("roster import --group has the id of one group of Entra, or nothing where Graph:RosterGroup says it."),
        },
        ["import", var file] when file != Try => new ImportRoster(file, IsTry: false),
        ["import", var file, Try] => new ImportRoster(file, IsTry: true),
        ["import", Try, var file] => new ImportRoster(file, IsTry: true),
        ["show"] => new ShowRoster(null),
        ["show", ..] => RosterDates.Read(string.Join(' ', words[1..])) is { Day: { } day } ? new ShowRoster(day)
            : Wrong($"roster show: {RosterDates.Read(string.Join(' ', words[1..])).Fault}"),
        _ => Wrong("roster needs: import and the name of a file, --team or --group, or show and a day or nothing for today."),
    };

    private static Command Import(List<string> words)
    {
        var (files, told) = (new List<string>(), new List<(string Name, string Value)>());
        for (var i = 0; i < words.Count; i++)
            if (words[i] is not (ToFolder or WithId or Answered))
                files.Add(words[i]);
            else if (i + 1 < words.Count)
                told.Add((words[i], words[++i]));
            else
                return Wrong($"policy import: {words[i]} needs a word after it.");

        string? Last(string name) => told.LastOrDefault(each => each.Name == name).Value;
        return files.Where(word => word != Replace).ToList() is [var file]
            ? new ImportPolicy(file, Last(ToFolder), Last(WithId), [.. told.Where(each => each.Name == Answered).Select(each => each.Value)], files.Contains(Replace))
            : Wrong("policy import needs the name of one document, and may have --to and a folder, --id and an id, --answer and an answer, --replace.");
    }

    private static Explain Wrong(string message) => new($"{message}\nSee policybot --help.", BadUsage);

    /// <summary>The settings among the words typed. The host gets nothing else: it would take a path such as /tmp/file for the name of one.</summary>
    public static string[] SettingsAmong(string[] args) => [.. Told(args).Where(told => told.IsSetting).Select(told => told.Word)];

    /// <summary>Settings may stand between the words, as --name value or --name=value.</summary>
    private static IEnumerable<(string Word, bool IsSetting)> Told(string[] args)
    {
        var isValue = false;
        foreach (var word in args)
        {
            var isName = !isValue && word.StartsWith("--", StringComparison.Ordinal) && word is not ("--jsonl" or "--why" or "--as" or "--expect" or Try or OfTeam or OfGroup or ToFolder or WithId or Answered or Replace or Keep or Wait or "--on" or "--help" or "--version");
            yield return (word, isName || isValue);
            isValue = isName && !word.Contains('=');
        }
    }
}
