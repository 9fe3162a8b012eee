namespace PolicyBot.Manifest.Rules;

/// <summary>Every command that Teams shows is one that the bot understands, where Teams shows it.</summary>
internal static class CommandRules
{
    private const string Prompt = "prompt", Help = "Help";

    public static IEnumerable<string> Faults(DeclaredBot bot, CommandEar ear) =>
    [
        .. bot.Scopes.Where(scope => !bot.CommandLists.Any(list => list.Scopes.Contains(scope)))
            .Select(scope => $"bots[0].commandLists has no list for '{scope}'. Put in one with Help in it."),
        .. bot.CommandLists.SelectMany((list, i) => List(list, $"bots[0].commandLists[{i}]", bot, ear)),
    ];

    private static IEnumerable<string> List(CommandList list, string place, DeclaredBot bot, CommandEar ear) =>
    [
        .. list.Scopes.Except(bot.Scopes).Select(scope => $"{place} is for '{scope}', where the bot is not. Take it out."),
        .. list.Commands.Any(command => command.Title == Help) ? Array.Empty<string>() : [$"{place} has no command {Help}. Put it in: people look for it."],
        .. list.Commands.GroupBy(command => command.Title).Where(same => same.Count() > 1).Select(same => $"{place} has '{same.Key}' twice. Take one out."),
        .. list.Commands.SelectMany((command, i) => Command(command, $"{place}.commands[{i}]", list.Scopes, ear)),
    ];

    private static IEnumerable<string> Command(DeclaredCommand command, string place, IReadOnlyList<string> scopes, CommandEar ear)
    {
        if (command.Description is null)
            yield return $"{place} ('{command.Title}') has no description. Say in a few words what comes of it.";
        if (command is { Type: Prompt, Prompt: null })
            yield return $"{place} ('{command.Title}') is a prompt without a prompt. Write under prompt what Teams is to send.";
        else if (command is { Type: not Prompt, Prompt: not null })
            yield return $"{place} ('{command.Title}') has a prompt and is of another type. Write \"type\": \"{Prompt}\", or take the prompt out.";

        var (name, sent) = command.Prompt is { } prompt ? (Prompt, prompt) : ("title", command.Title);
        foreach (var scope in scopes.Where(scope => !ear.Understands(sent, isPersonal: scope == "personal")))
            yield return $"{place}.{name} is '{sent}', which the bot does not understand in '{scope}'. Write something that it answers, or take the command out.";
    }
}
