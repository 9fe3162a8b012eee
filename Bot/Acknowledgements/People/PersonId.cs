using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.Acknowledgements.People;

/// <summary>Names a person for good: an Entra object id, or an id of the school's own for people on paper.</summary>
internal readonly record struct PersonId
{
    private const string Mail = "mail:";

    private PersonId(string value) => Value = value;

    public string Value { get; }

    /// <summary>Whether nothing but an email is known of the person.</summary>
    public bool IsEmail => Value.StartsWith(Mail, StringComparison.Ordinal);

    /// <summary>Whether it is an Entra object id: whoever has another cannot be written to in Teams, and signs on paper.</summary>
    public bool IsInTeams => Guid.TryParse(Value, out _);

    public static PersonId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a person's id.");

    /// <summary>Object ids come in either case and with or without braces; all of them are one id.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PersonId id)
    {
        var trimmed = text?.Trim() ?? "";
        id = trimmed.Length == 0 || trimmed.Any(char.IsControl) ? default
            : Guid.TryParseExact(trimmed, trimmed[0] == '{' ? "B" : "D", out var guid) ? new PersonId(guid.ToString())
            : new PersonId(trimmed);
        return id.Value is not null;
    }

    /// <summary>For a person of whom nothing but an email is known.</summary>
    public static PersonId FromEmail(string email) => Parse(Mail + email.Trim().ToLowerInvariant());

    public override string ToString() => Value;
}
