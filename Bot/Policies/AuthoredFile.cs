using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PolicyBot.Policies;

/// <summary>A YAML file that a person edits. What is wrong in it is gathered, so that all of it is seen at once.</summary>
internal static class AuthoredFile
{
    /// <summary>What a file that is not there says.</summary>
    public static AuthoredEntry Nothing { get; } = new(new YamlMappingNode(), new AuthoredEntry.Origin("", 0, []));

    /// <summary>Reads the files at the same time, since a start waits for all of them.</summary>
    /// <returns>The top of each file by its path; an empty entry for one that does not exist or cannot be read.</returns>
    public static IReadOnlyDictionary<string, AuthoredEntry> ReadAll(IEnumerable<string> paths, ICollection<Mistake> mistakes)
    {
        string[] all = [.. paths];
        var parsed = new Parsed[all.Length];
        Parallel.For(0, all.Length, i => parsed[i] = Parse(File.Exists(all[i]) ? File.OpenText(all[i]) : TextReader.Null));
        return all.Zip(parsed).ToDictionary(file => file.First, file => file.Second.Top(new AuthoredEntry.Origin(file.First, 0, mistakes)));
    }

    public static AuthoredEntry Read(string path, ICollection<Mistake> mistakes) => Read(path, File.OpenText(path), firstLine: 1, mistakes);

    /// <param name="firstLine">The line of <paramref name="path"/> on which <paramref name="text"/> begins.</param>
    /// <returns>The top of the file; an empty entry, with the mistake noted, where the file cannot be read.</returns>
    public static AuthoredEntry Read(string path, TextReader text, int firstLine, ICollection<Mistake> mistakes) =>
        Parse(text).Top(new AuthoredEntry.Origin(path, firstLine - 1, mistakes));

    private static Parsed Parse(TextReader text)
    {
        using var read = text;
        var stream = new YamlStream();
        try
        {
            stream.Load(text);
        }
        catch (YamlException problem)
        {
            return new Parsed(new YamlMappingNode(), problem.Start.Line, $"this is not valid YAML: {problem.Message}");
        }
        catch (InvalidOperationException) // What YamlDotNet throws at a bracket that is never closed.
        {
            return new Parsed(new YamlMappingNode(), 1, "this is not valid YAML: a bracket or quotation mark is opened and not closed.");
        }

        return new Parsed(stream.Documents is [var only, ..] ? only.RootNode : new YamlMappingNode(), 1, null);
    }

    private sealed record Parsed(YamlNode Root, long Line, string? Problem)
    {
        public AuthoredEntry Top(AuthoredEntry.Origin origin)
        {
            if (Problem is not null)
                origin.Note(Line, Problem);

            return new AuthoredEntry(Root, origin);
        }
    }
}
