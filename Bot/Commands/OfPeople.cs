using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Teams.About;

namespace PolicyBot.Commands;

/// <summary>What a person, or the school's record of processing, asks of what is kept about people.</summary>
internal abstract partial record Command
{
    /// <param name="Person">By the id that stands in the register.</param>
    internal sealed record ExportPerson(string Person, string File) : Command;

    /// <param name="Person">By the id that stands in the register.</param>
    internal sealed record ErasePerson(string Person, string Reason) : Command;

    internal sealed record ShowDue : Command;

    internal sealed record EraseDue : Command;

    internal sealed record ShowData : Command;

    private static Command OfPerson(List<string> words) => words switch
    {
        ["person", "due"] => new ShowDue(),
        ["person", "erase-due"] => new EraseDue(),
        ["person", "export", var person, var file] => new ExportPerson(person, file),
        ["person", "erase", var person, _, ..] => new ErasePerson(person, string.Join(' ', words[3..])),
        _ => Wrong("person needs: export with a person and the name of a file, erase with a person and a reason, due, or erase-due."),
    };

    private static async Task<int> OfPeopleAsync(Command command, WebApplication app)
    {
        var (person, retention) = (app.Services.GetRequiredService<PersonCommand>(), app.Services.GetRequiredService<RetentionCommand>());
        return command switch
        {
            ExportPerson export => await person.ExportAsync(export.Person, export.File),
            ErasePerson erase => await person.EraseAsync(erase.Person, erase.Reason),
            ShowDue => await WithDatabaseAsync(async () => (await retention.ShowAsync()).Print()),
            EraseDue => await WithDatabaseAsync(async () => (await retention.EraseAsync()).Print()),
            _ => new Explain(app.Services.GetRequiredService<KeptData>().ToMarkdown(), Done).Print(),
        };
    }
}
