using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.Policies;

/// <summary>Names a clause inside its policy, and the anchor of the clause on the policy's page.</summary>
internal readonly record struct ClauseId
{
    private ClauseId(string value) => Value = value;

    public string Value { get; }

    public static ClauseId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a clause id.");

    public static bool TryParse([NotNullWhen(true)] string? text, out ClauseId id)
    {
        id = text is not null && PolicyId.Slug().IsMatch(text) ? new ClauseId(text) : default;
        return id.Value is not null;
    }

    public override string ToString() => Value;
}
