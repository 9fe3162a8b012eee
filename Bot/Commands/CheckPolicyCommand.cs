using PolicyBot.Answers;
using PolicyBot.Policies;

namespace PolicyBot.Commands;

/// <summary>Proves a policy's folder, or says what is wrong with it: file, line and what to do.</summary>
internal static class CheckPolicyCommand
{
    public static int Run(string path)
    {
        var (library, wrong) = PolicyLibrary.Load(path);
        var mistakes = wrong.Count > 0 ? wrong : Bookshelf.Build(library.Policies).Mistakes;
        foreach (var mistake in mistakes)
            Console.Error.WriteLine(mistake);

        if (mistakes.Count > 0)
            return new Command.Explain($"{mistakes.Count} to mend.", Command.Failed).Print();

        foreach (var policy in library.Policies)
            Console.WriteLine($"{policy.Id}: {policy.Title}, {policy.Clauses.Count} clauses. Nothing is wrong.");

        return Command.Done;
    }
}
