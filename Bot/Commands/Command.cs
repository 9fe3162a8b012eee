using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Commands.Doctor;
using PolicyBot.Turns;

namespace PolicyBot.Commands;

/// <summary>What the person at the command line wants. Exit codes: 0 done, 1 a check failed, 2 bad usage.</summary>
internal abstract partial record Command
{
    private Command()
    {
    }

    private const string Try = "--try", OfTeam = "--team", OfGroup = "--group", ToFolder = "--to", WithId = "--id", Answered = "--answer", Replace = "--replace";

    /// <summary>Who entered it: the register and the rounds name somebody for whatever is done by hand.</summary>
    internal static string By => $"{Environment.UserName}, on the command line";

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

    /// <param name="Person">By id, or by an email of the roster.</param>
    internal sealed record ShowRegister(string Person) : Command;

    internal sealed record CorrectRegister(long Entry, string Reason) : Command;

    /// <param name="What">"changes", "corrected" or "changed".</param>
    internal sealed record Texts(string What, string? Policy, string Reason) : Command;

    /// <param name="What">show, later, give, unchanged or pack.</param>
    /// <param name="On">The day as it was typed; null for today.</param>
    internal sealed record Reviews(string What, string? Policy, IReadOnlyList<string> Words, string? On = null) : Command;

    /// <param name="What">preview, start, status, pause, resume, stop, remind, paper or exempt.</param>
    /// <param name="Words">What it needs: a person's id, a day, a reason.</param>
    internal sealed record Rounds(string What, string? Policy, IReadOnlyList<string> Words) : Command;

    /// <param name="IsTry">Only says what would be otherwise.</param>
    internal sealed record ImportRoster(string File, bool IsTry) : Command;

    /// <param name="Team">Its id or name; null for the only team the bot is in.</param>
    internal sealed record ImportTeam(string? Team, bool IsTry) : Command;

    /// <param name="Group">Its id; null for that of Graph:RosterGroup.</param>
    internal sealed record ImportGroup(string? Group, bool IsTry) : Command;

    internal sealed record CheckGraph : Command;

    internal sealed record ExamineAll : Command;

    /// <param name="File">None for one that is named by its version.</param>
    internal sealed record BuildManifest(string? File) : Command;

    internal sealed record CheckManifest(string File) : Command;

    /// <param name="Day">None for today.</param>
    internal sealed record ShowRoster(DateOnly? Day) : Command;

    /// <param name="On">The day as it was typed; null for today.</param>
    internal sealed record ReportOn(string Policy, string File, string? On) : Command;

    internal sealed record CheckPolicy(string Path) : Command;

    /// <param name="To">The policy's folder, or the folder of policies it goes into; null for one named by its id, here.</param>
    /// <param name="Id">Null for that of the policy in the folder, or one made of the title.</param>
    /// <param name="Answers">To what was asked, each as key=value.</param>
    internal sealed record ImportPolicy(string File, string? To, string? Id, IReadOnlyList<string> Answers, bool Replaces) : Command;

    /// <param name="Clauses">None for all that have changed.</param>
    internal sealed record ConfirmPolicy(string Folder, IReadOnlyList<string> Clauses) : Command;

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
            while (true)
            {
                try
                {
                    return await work();
                }
                catch (StoreAwayException preparing) when (preparing.IsBeingPrepared)
                {
                    // Nothing was done yet, and nobody waits for an answer as in a chat.
                }
            }
        }
        catch (StoreAwayException away)
        {
            return new Explain($"The database cannot be reached ({away.Message.TrimEnd('.')}). Check Storage:Provider and Storage:ConnectionString.", Failed).Print();
        }
    }

    public async Task<int> RunAsync(WebApplication app, StartMistakes mistakes)
    {
        List<string> wrong = this switch
        {
            Serve or Outbox or Rounds or Reviews or Texts or VerifyRegister or ExportRegister or ShowRegister or CorrectRegister or ExportPerson or ErasePerson or ShowDue or EraseDue or ImportRoster or ImportTeam or ImportGroup or CheckGraph or ShowRoster or ReportOn => [.. mistakes.InFiles, .. mistakes.InSettings],
            Backup or Restore => [.. mistakes.InSettings.Where(mistake => mistake.StartsWith("Storage:", StringComparison.Ordinal))],
            CheckPolicy or ImportPolicy or ConfirmPolicy or VerifyExport or ExamineAll => [],
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
            ShowRegister show => await app.Services.GetRequiredService<CorrectCommand>().ShowAsync(show.Person),
            CorrectRegister correct => await app.Services.GetRequiredService<CorrectCommand>().CorrectAsync(correct.Entry, correct.Reason),
            ExportPerson or ErasePerson or ShowDue or EraseDue or ShowData => await OfPeopleAsync(this, app),
            Texts texts => await app.Services.GetRequiredService<TextCommand>().RunAsync(texts),
            Reviews reviews => await app.Services.GetRequiredService<ReviewCommand>().RunAsync(reviews),
            Rounds rounds => await app.Services.GetRequiredService<RoundCommand>().RunAsync(rounds),
            ImportRoster import => await RosterAsync(app, roster => roster.ImportAsync(import.File, import.IsTry)),
            ImportGroup import => await RosterAsync(app, roster => roster.ImportGroupAsync(import.Group, import.IsTry)),
            CheckGraph => (await app.Services.GetRequiredService<GraphCommand>().CheckAsync()).Print(),
            ExamineAll => (await app.Services.GetRequiredService<DoctorCommand>().RunAsync(CancellationToken.None)).Print(),
            BuildManifest build => app.Services.GetRequiredService<ManifestCommand>().Build(build.File).Print(),
            CheckManifest check => app.Services.GetRequiredService<ManifestCommand>().Check(check.File).Print(),
            ImportTeam import => await RosterAsync(app, roster => roster.ImportTeamAsync(import.Team, import.IsTry)),
            ShowRoster show => await RosterAsync(app, roster => roster.ShowAsync(show.Day)),
            ReportOn report => await app.Services.GetRequiredService<ReportCommand>().WriteAsync(report.Policy, report.File, report.On),
            CheckPolicy check => CheckPolicyCommand.Run(check.Path),
            ImportPolicy import => ImportPolicyCommand.Run(import, Console.Out),
            ConfirmPolicy confirm => ConfirmPolicyCommand.Run(confirm, Console.Out),
            Backup or Restore => await KeepUpAsync(this, app),
            Learn => new Explain("What is written beside the policies is learnt.", Done).Print(),
            _ => await ServeCommand.RunAsync(app),
        };
    }

    private static Task<int> RosterAsync(WebApplication app, Func<RosterCommand, Task<Explain>> work) =>
        WithDatabaseAsync(async () => (await work(app.Services.GetRequiredService<RosterCommand>())).Print());
}
