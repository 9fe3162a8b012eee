using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Turns;

namespace PolicyBot.Commands;

/// <summary>What the person at the command line wants. Exit codes: 0 done, 1 a check failed, 2 bad usage.</summary>
internal abstract record Command
{
    private Command()
    {
    }

    private const string Try = "--try";

    internal const int Done = 0, Failed = 1, BadUsage = 2;

    internal sealed record Serve : Command;

    internal sealed record Ask(string Question) : Command;

    internal sealed record Why(string Question) : Command;

    internal sealed record AskLines(string File) : Command;

    /// <param name="AsManager">As the manager has it, to whom questions are passed on.</param>
    internal sealed record Chat(bool AsManager) : Command;

    internal sealed record Outbox : Command;

    /// <param name="Expected">A check value that was written down earlier; null where there is none.</param>
    internal sealed record VerifyRegister(string? Expected) : Command;

    internal sealed record VerifyExport(string File) : Command;

    internal sealed record ExportRegister(string File) : Command;

    /// <param name="Person">By the id that stands in the register.</param>
    internal sealed record EraseFromRegister(string Person, string Reason) : Command;

    /// <param name="What">preview, start, status, pause, resume, stop, remind, paper or exempt.</param>
    /// <param name="Words">What it needs: a person's id, a day, a reason.</param>
    internal sealed record Rounds(string What, string? Policy, IReadOnlyList<string> Words) : Command;

    /// <param name="IsTry">Only says what would be otherwise.</param>
    internal sealed record ImportRoster(string File, bool IsTry) : Command;

    /// <param name="Day">None for today.</param>
    internal sealed record ShowRoster(DateOnly? Day) : Command;

    /// <param name="On">The day as it was typed; null for today.</param>
    internal sealed record ReportOn(string Policy, string File, string? On) : Command;

    internal sealed record CheckPolicy(string Path) : Command;

    /// <summary>Learn from what is written beside the policies, and keep it for the starts to come.</summary>
    internal sealed record Learn : Command;

    /// <param name="AtLeast">The share of questions that must be all right, or less is a failed check.</param>
    internal sealed record Evaluate(string File, double AtLeast) : Command;

    /// <summary>Nothing is run: help, the version, or what was wrong with the words typed.</summary>
    internal sealed record Explain(string Text, int ExitCode) : Command
    {
        public int Print()
        {
            (ExitCode == Done ? Console.Out : Console.Error).WriteLine(Text);
            return ExitCode;
        }
    }

    /// <summary>A file that the start needs and that cannot be read; the innermost reason names the place in it.</summary>
    public static Explain Unreadable(InvalidDataException problem) =>
        new($"The bot cannot start: {problem.Message} {(problem.InnerException is { } inner ? inner.GetBaseException().Message : "")}", BadUsage);

    /// <summary>Work that needs the database, or a sentence where there is none.</summary>
    public static async Task<int> WithDatabaseAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (StoreAwayException away)
        {
            return new Explain($"The database cannot be reached ({away.Message.TrimEnd('.')}). Check Storage:Provider and Storage:ConnectionString.", Failed).Print();
        }
    }

    public static Command Parse(string[] args) => Parse([.. Told(args).Where(told => !told.IsSetting).Select(told => told.Word)], args);

    public async Task<int> RunAsync(WebApplication app, StartMistakes mistakes)
    {
        List<string> wrong = this switch
        {
            Serve or Outbox or Rounds or VerifyRegister or ExportRegister or EraseFromRegister or ImportRoster or ShowRoster or ReportOn => [.. mistakes.InFiles, .. mistakes.InSettings],
            CheckPolicy or VerifyExport => [],
            _ => mistakes.InFiles,
        };
        if (wrong.Count > 0)
            return new Explain($"The bot cannot start:\n  {string.Join("\n  ", wrong)}", BadUsage).Print();

        return this switch
        {
            Ask ask => app.Services.GetRequiredService<AskCommand>().Answer(ask.Question),
            Why why => app.Services.GetRequiredService<WhyCommand>().Explain(why.Question),
            Evaluate evaluate => app.Services.GetRequiredService<EvaluateCommand>().Run(evaluate.File, evaluate.AtLeast),
            AskLines lines => app.Services.GetRequiredService<AskLinesCommand>().Answer(lines.File),
            Chat chat => await app.Services.GetRequiredService<ChatCommand>().RunAsync(chat.AsManager),
            Outbox => await app.Services.GetRequiredService<OutboxCommand>().RunAsync(),
            VerifyRegister verify => await app.Services.GetRequiredService<RegisterCommand>().VerifyAsync(verify.Expected),
            VerifyExport verify => RegisterCommand.VerifyFile(verify.File),
            ExportRegister export => await app.Services.GetRequiredService<RegisterCommand>().ExportAsync(export.File),
            EraseFromRegister erase => await app.Services.GetRequiredService<RegisterCommand>().EraseAsync(erase.Person, erase.Reason),
            Rounds rounds => await app.Services.GetRequiredService<RoundCommand>().RunAsync(rounds),
            ImportRoster import => await app.Services.GetRequiredService<RosterCommand>().ImportAsync(import.File, import.IsTry),
            ShowRoster show => await app.Services.GetRequiredService<RosterCommand>().ShowAsync(show.Day),
            ReportOn report => await app.Services.GetRequiredService<ReportCommand>().WriteAsync(report.Policy, report.File, report.On),
            CheckPolicy check => CheckPolicyCommand.Run(check.Path),
            Learn => new Explain("What is written beside the policies is learnt.", Done).Print(),
            _ => await ServeCommand.RunAsync(app),
        };
    }

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
        ["register", "erase", var person, _, ..] => new EraseFromRegister(person, string.Join(' ', words[3..])),
        ["register", "report", var policy, var file] => new ReportOn(policy, file, null),
        ["register", "report", var policy, var file, "--on", var day] => new ReportOn(policy, file, day),
        ["register", "report", ..] => Wrong("register report needs a policy's id and the name of a file that ends in .html, .csv or .xlsx, and may have --on and a day."),
        ["register", ..] => Wrong("register needs: verify, export and the name of a file, report, a policy and a file, or erase, a person's id and the reason."),
        ["round", ("preview" or "start" or "status" or "pause" or "resume" or "stop" or "remind") and var what] => new Rounds(what, null, []),
        ["round", ("preview" or "start" or "status" or "pause" or "resume" or "stop" or "remind") and var what, var policy] => new Rounds(what, policy, []),
        ["round", "remind", var policy, var person] => new Rounds("remind", policy, [person]),
        ["round", "paper", var policy, _, _, _, ..] => new Rounds("paper", policy, words[3..]),
        ["round", "exempt", var policy, _, _, ..] => new Rounds("exempt", policy, words[3..]),
        ["round", ..] => Wrong("round needs: preview, start, status, pause, resume, stop or remind and a policy; or paper, policy, person, day and why; or exempt, policy, person and why."),
        ["roster", ..] => Roster(words[1..]),
        ["policy", "learn"] => new Learn(),
        ["policy", "check", var path] => new CheckPolicy(path),
        ["policy", "evaluate", var file] => new Evaluate(file, 0),
        ["policy", "evaluate", var file, var share] when double.TryParse(share, CultureInfo.InvariantCulture, out var atLeast) => new Evaluate(file, atLeast),
        ["policy", ..] => Wrong("policy needs: check and a file or folder, evaluate and a file of questions, or learn."),
        [var verb, ..] => Wrong($"'{verb}' is no command.{Usage.Meant(verb)}"),
    };

    private static Command Roster(List<string> words) => words switch
    {
        ["import", var file] when file != Try => new ImportRoster(file, IsTry: false),
        ["import", var file, Try] => new ImportRoster(file, IsTry: true),
        ["import", Try, var file] => new ImportRoster(file, IsTry: true),
        ["show"] => new ShowRoster(null),
        ["show", ..] => RosterDates.Read(string.Join(' ', words[1..])) is { Day: { } day } ? new ShowRoster(day)
            : Wrong($"roster show: {RosterDates.Read(string.Join(' ', words[1..])).Fault}"),
        _ => Wrong("roster needs: import and the name of a file, or show and a day or nothing for today."),
    };

    private static Explain Wrong(string message) => new($"{message}\nSee policybot --help.", BadUsage);

    /// <summary>The settings among the words typed. The host gets nothing else: it would take a path such as /tmp/file for the name of one.</summary>
    public static string[] SettingsAmong(string[] args) => [.. Told(args).Where(told => told.IsSetting).Select(told => told.Word)];

    /// <summary>Settings may stand between the words, as --name value or --name=value.</summary>
    private static IEnumerable<(string Word, bool IsSetting)> Told(string[] args)
    {
        var isValue = false;
        foreach (var word in args)
        {
            var isName = !isValue && word.StartsWith("--", StringComparison.Ordinal) && word is not ("--jsonl" or "--why" or "--as" or "--expect" or Try or "--on" or "--help" or "--version");
            yield return (word, isName || isValue);
            isValue = isName && !word.Contains('=');
        }
    }
}
