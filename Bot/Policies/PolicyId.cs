using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace PolicyBot.Policies;

/// <summary>Names a policy in addresses, settings and files: lower-case letters, digits and hyphens.</summary>
internal readonly partial record struct PolicyId
{
    private PolicyId(string value) => Value = value;

    public string Value { get; }

    public static PolicyId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a policy id.");

    public static bool TryParse([NotNullWhen(true)] string? text, out PolicyId id)
    {
        id = text is not null && Slug().IsMatch(text) ? new PolicyId(text) : default;
        return id.Value is not null;
    }

    public override string ToString() => Value;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    internal static partial Regex Slug();
}
