using System.Text.RegularExpressions;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

/// <summary>The facts that a statement's text leaves to be filled in, such as {title}.</summary>
internal sealed partial class Placeholders(params IReadOnlyList<(string Name, string? Fact)> facts)
{
    /// <returns>The text with each fact in its place; what cannot be filled in is complained of and left as it is.</returns>
    public string Fill(AuthoredEntry text)
    {
        var written = text.Value ?? "";
        if (Placeholder().Replace(written, "").AsSpan().ContainsAny('{', '}'))
            text.Complain("a brace has no partner. Write a placeholder between two, such as {title}.");

        return Placeholder().Replace(written, match => Fact(match.Groups["name"].Value, text) ?? match.Value);
    }

    private string? Fact(string name, AuthoredEntry text)
    {
        if (!facts.Any(known => known.Name == name))
            text.Complain($"'{{{name}}}' is not known here. Known: {string.Join(", ", facts.Select(known => $"{{{known.Name}}}"))}.");
        else if (facts.First(known => known.Name == name).Fact is { } fact)
            return fact;
        else
            text.Complain($"the policy does not say '{name}'. Take '{{{name}}}' out here, "
                + $"or write '{name}' at the top of {PolicyFile.Name}.");

        return null;
    }

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}")]
    private static partial Regex Placeholder();
}
