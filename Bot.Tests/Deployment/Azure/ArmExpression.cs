using System.Text.RegularExpressions;

namespace PolicyBot.Tests.Deployment.Azure;

/// <summary>What an expression of a template mentions. "Syntax and expressions in ARM templates", Azure documentation.</summary>
internal static partial class ArmExpression
{
    public static IEnumerable<string> Parameters(string text) => Mentioned(ParameterName(), text);

    public static IEnumerable<string> Variables(string text) => Mentioned(VariableName(), text);

    /// <summary>The arguments of each call of a function, also of one inside another.</summary>
    public static IEnumerable<string[]> Calls(string text, string function)
    {
        for (var at = text.IndexOf($"{function}(", StringComparison.Ordinal); at >= 0; at = text.IndexOf($"{function}(", at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsLetter(text[at - 1]))
                yield return Arguments(text, at + function.Length + 1);
    }

    /// <summary>The name of a resource as the names of what it is in and its own: "[concat(variables('a'), '/b')]" is variables('a') and 'b'.</summary>
    public static string[] Segments(string name)
    {
        if (!name.StartsWith('['))
            return [.. name.Split('/').Select(part => $"'{part}'")];
        if (!name.StartsWith("[concat(", StringComparison.Ordinal))
            return [name[1..^1]];

        return [.. Calls(name, "concat").First().Where(part => part != "'/'").Select(part => part.Replace("'/", "'", StringComparison.Ordinal))];
    }

    private static string[] Arguments(string text, int from)
    {
        var (parts, depth, start, quoted) = (new List<string>(), 0, from, false);
        for (var at = from; at < text.Length; at++)
        {
            var sign = text[at];
            quoted ^= sign == '\'';
            if (quoted)
                continue;
            if ((sign == ',' && depth == 0) || (sign == ')' && depth == 0))
            {
                parts.Add(text[start..at].Trim());
                start = at + 1;
            }

            if (sign == ')' && depth-- == 0)
                return [.. parts];
            if (sign == '(')
                depth++;
        }

        return [.. parts];
    }

    private static IEnumerable<string> Mentioned(Regex name, string text) => name.Matches(text).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"parameters\('([^']+)'\)")]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"variables\('([^']+)'\)")]
    private static partial Regex VariableName();
}
