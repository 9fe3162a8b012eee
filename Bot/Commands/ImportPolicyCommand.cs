using PolicyBot.Policies;
using PolicyBot.Policies.Import;

namespace PolicyBot.Commands;

/// <summary>A policy's folder from the school's document.</summary>
internal sealed class ImportPolicyCommand
{
    private readonly Command.ImportPolicy _wanted;
    private readonly ImportAnswers _answers;
    private readonly TextWriter _shown;

    private ImportPolicyCommand(Command.ImportPolicy wanted, ImportAnswers answers, TextWriter shown) => (_wanted, _answers, _shown) = (wanted, answers, shown);

    public static int Run(Command.ImportPolicy wanted, TextWriter shown)
    {
        var (answers, fault) = ImportAnswers.Parse(wanted.Answers);
        if (fault is not null)
            return new Command.Explain(fault, Command.BadUsage).Print();
        if (wanted.Id is { } id && !PolicyId.TryParse(id, out _))
            return new Command.Explain($"'{id}' is no id. Use lower-case letters, digits and hyphens, such as social-media.", Command.BadUsage).Print();

        try
        {
            return new ImportPolicyCommand(wanted, answers, shown).Run(DocumentFile.Read(wanted.File));
        }
        catch (UnreadableDocumentException unreadable)
        {
            return new Command.Explain(unreadable.Message, Command.Failed).Print();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new Command.Explain($"That cannot be read or written here: {refused.Message}", Command.Failed).Print();
        }
    }

    private int Run(SourceDocument document)
    {
        PolicyId? id = _wanted.Id is { } given ? PolicyId.Parse(given) : null;
        var folder = ImportFolder.At(_wanted.To, null);
        var result = PolicyImport.Read(document, _answers, folder?.Before, id);
        if (result is not ImportResult.Drafted drafted)
            return Say(result);

        folder ??= ImportFolder.At(_wanted.To, drafted.Policy.Id)!;
        if (folder.Mistakes.Count > 0)
            return new Command.Explain($"The policy that is there has mistakes. Mend them first:\n{string.Join('\n', folder.Mistakes)}", Command.Failed).Print();
        if (folder.Before is not { } before)
            return Write(folder, drafted);
        if (folder.Against(drafted.Policy, id) is { } against)
            return new Command.Explain(against, Command.Failed).Print();

        return PolicyImport.Read(document, _answers, before, before.Id) is ImportResult.Drafted anew ? Replace(folder, before, anew) : Command.Failed;
    }

    private int Say(ImportResult result)
    {
        if (result is ImportResult.Refused refused)
            return new Command.Explain(refused.Sentence, Command.Failed).Print();

        var asks = (ImportResult.Asks)result;
        _shown.WriteLine("Nothing is written yet. This has to be settled first:");
        foreach (var (question, i) in asks.Questions.Select((question, i) => (question, i)))
        {
            _shown.WriteLine($"{i + 1}. {question.Sentence}");
            foreach (var candidate in question.Candidates)
                _shown.WriteLine($"   {candidate.Words}   ({candidate.Where})");
        }

        var example = string.Join(' ', asks.Questions
            .Select(question => $"--answer {question.Key}=\"{(question.Candidates is [var first, ..] ? first.Words : "…")}\""));
        _shown.WriteLine($"Write the command again with your answers, such as {example}");
        return Command.Failed;
    }

    private int Write(ImportFolder folder, ImportResult.Drafted drafted)
    {
        folder.Write(drafted);
        _shown.WriteLine(ImportSummary.Of(drafted, folder.Path));
        return Checked(folder);
    }

    /// <summary>The files as they were written are read once more.</summary>
    private static int Checked(ImportFolder folder)
    {
        var (_, mistakes) = PolicyLibrary.Load(folder.Path);
        return mistakes.Count == 0 ? Command.Done : new Command.Explain(string.Join('\n', mistakes), Command.Failed).Print();
    }

    private int Replace(ImportFolder folder, Policy before, ImportResult.Drafted drafted)
    {
        var comparison = ClauseComparison.Of(before, drafted.Policy);
        var citations = Citation.Beside(folder.Path);
        foreach (var line in ImportSummary.Of(comparison, folder.Path, citations, drafted))
            _shown.WriteLine(line);

        if (drafted.File == before.File)
            return new Command.Explain("The text is the one that is there already.", Command.Done).Print();
        if (!_wanted.Replaces)
            return new Command.Explain("Nothing is written. To take the new text, write the command again with --replace.", Command.Failed).Print();

        var held = comparison.HeldBack(before.HeldBack, citations, folder.AsksQuestions);
        folder.Replace(drafted, held);
        _shown.WriteLine($"The new text is in {folder.Path}; the one before is kept beside it as {ImportFolder.BeforeName}.");
        foreach (var line in HeldBackLines.Of(drafted.Policy with { Folder = folder.Path, HeldBack = held }))
            _shown.WriteLine(line);
        return Checked(folder);
    }
}
