using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PolicyBot.Tests.Rooms;

/// <summary>Which rooms a room may import, read off the sources themselves. The same table stands in docs/rooms.md.</summary>
internal static partial class RoomOrder
{
    private static readonly Dictionary<string, string[]> MayImport = new()
    {
        ["Telemetry"] = [],
        ["Policies"] = [],
        ["Answers"] = ["Policies"],
        ["Acknowledgements"] = ["Policies"],
        ["Reviews"] = ["Policies"],
        ["Questions"] = ["Policies", "Answers"],
        ["Dialogs"] = ["Policies", "Answers", "Acknowledgements", "Reviews", "Questions"],
        ["Language"] = [],
        ["BotFramework"] = [],
        ["Turns"] = ["BotFramework", "Telemetry"],
        ["Storage"] = ["Questions", "Acknowledgements", "Reviews", "BotFramework", "Turns"],
        ["Graph"] = ["Policies", "Acknowledgements", "Reviews", "BotFramework", "Turns"],
        ["Teams"] = ["Policies", "Answers", "Acknowledgements", "Reviews", "Questions", "Dialogs", "Language", "BotFramework", "Turns", "Telemetry"],
        ["Manifest"] = ["Answers", "Dialogs", "BotFramework", "Graph", "Teams"],
        ["Commands"] = ["Policies", "Answers", "Acknowledgements", "Reviews", "Questions", "Dialogs", "Language", "BotFramework", "Turns", "Teams", "Manifest"],
    };

    public static string SourceFolder => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "Bot"));

    public static IReadOnlyList<string> FaultsIn(string source) =>
        [.. Directory.EnumerateDirectories(source).Select(folder => Path.GetFileName(folder)!)
            .Where(room => room is not ("bin" or "obj")).Order(StringComparer.Ordinal)
            .SelectMany(room => FaultsInRoom(source, room))];

    private static IEnumerable<string> FaultsInRoom(string source, string room)
    {
        if (!MayImport.TryGetValue(room, out var allowed))
            return [$"{room} is no room of the design."];

        var foreign = MayImport.Keys.Except(allowed).Where(other => other != room).ToList();
        return Directory.EnumerateFiles(Path.Combine(source, room), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => foreign.Where(other => Names(File.ReadAllText(file), other))
                .Select(other => $"{Path.GetRelativePath(source, file).Replace('\\', '/')} imports {other}, which {room} may not."));
    }

    /// <summary>A room is named by its namespace, in a using, or qualified in the code.</summary>
    private static bool Names(string code, string room) =>
        Regex.IsMatch(Comment().Replace(code, ""), $@"(PolicyBot\.|using\s+|[(<,\s]){room}\.[A-Z]|PolicyBot\.{room}\b");

    [GeneratedRegex("""//.*|/\*[\s\S]*?\*/|"(\\.|[^"\\])*" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Comment();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
