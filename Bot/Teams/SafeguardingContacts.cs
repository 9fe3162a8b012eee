using Microsoft.Extensions.Configuration;

namespace PolicyBot.Teams;

/// <summary>Whom to go to, as one phrase each ("Ann Smith, the safeguarding lead, 01234 567890"); the deputy null where there is none.</summary>
internal sealed record SafeguardingContacts(
    string Lead, string? Deputy, string Head, string Chair, string Lado, string SocialCare)
{
    /// <summary>Outside Development all but the deputy must be named: an answer without a number helps nobody.</summary>
    public static SafeguardingContacts From(IConfigurationSection section, bool isDevelopment, ICollection<string> mistakes)
    {
        string Required(string key, string role) => Contact(section, key, role) ?? Missing(key, role);

        string Missing(string key, string role)
        {
            if (!isDevelopment)
                mistakes.Add($"Safeguarding:{key}:Name and Safeguarding:{key}:Phone are not set. Name {role} and a phone number.");

            return $"{role} [PLACEHOLDER: set Safeguarding:{key}]";
        }

        return new SafeguardingContacts(
            Required("Lead", "the safeguarding lead"),
            Contact(section, "Deputy", "the deputy lead"),
            Required("Head", "the head teacher"),
            Required("Chair", "the chair of governors"),
            Required("Lado", "the local authority (LADO)"),
            Required("SocialCare", "children's social care"));
    }

    private static string? Contact(IConfigurationSection section, string key, string role) =>
        (ClubSettings.Text(section[$"{key}:Name"]), ClubSettings.Text(section[$"{key}:Phone"])) switch
        {
            (var name, { } phone) => name is null ? $"{role} on {phone}" : $"{name}, {role}, on {phone}",
            _ => null,
        };
}
