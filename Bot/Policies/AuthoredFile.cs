using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PolicyBot.Policies;

/// <summary>A YAML file that a person edits. What is wrong in it is gathered, so that all of it is seen at once.</summary>
internal static class AuthoredFile
{
    /// <returns>The top of the file; an empty entry, with the mistake noted, where the file cannot be read.</returns>
    public static AuthoredEntry Read(string path, ICollection<Mistake> mistakes)
    {
        using var text = File.OpenText(path);
        return Read(path, text, firstLine: 1, mistakes);
    }

    /// <param name="firstLine">The line of <paramref name="path"/> on which <paramref name="text"/> begins.</param>
    public static AuthoredEntry Read(string path, TextReader text, int firstLine, ICollection<Mistake> mistakes)
    {
        var origin = new AuthoredEntry.Origin(path, firstLine - 1, mistakes);
        var stream = new YamlStream();
        try
        {
            stream.Load(text);
        }
        catch (YamlException problem)
        {
            origin.Note(problem.Start.Line, $"this is not valid YAML: {problem.Message}");
            return new AuthoredEntry(new YamlMappingNode(), origin);
        }
        catch (InvalidOperationException) // What YamlDotNet throws at a bracket that is never closed.
        {
            origin.Note(1, "this is not valid YAML: a bracket or quotation mark is opened and not closed.");
            return new AuthoredEntry(new YamlMappingNode(), origin);
        }

        return new AuthoredEntry(stream.Documents is [var only, ..] ? only.RootNode : new YamlMappingNode(), origin);
    }
}
