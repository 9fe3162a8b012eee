namespace PolicyBot.Acknowledgements.People;

/// <summary>What schools call the kinds of people who work at a club.</summary>
internal static class PersonKinds
{
    private static readonly Dictionary<string, PersonKind> ByWord = new(StringComparer.OrdinalIgnoreCase)
    {
        ["staff"] = PersonKind.Staff,
        ["member of staff"] = PersonKind.Staff,
        ["employee"] = PersonKind.Staff,
        ["agency"] = PersonKind.Agency,
        ["agency staff"] = PersonKind.Agency,
        ["agency worker"] = PersonKind.Agency,
        ["supply"] = PersonKind.Agency,
        ["volunteer"] = PersonKind.Volunteer,
        ["student"] = PersonKind.Student,
        ["trainee"] = PersonKind.Student,
        ["work experience"] = PersonKind.Student,
        ["governor"] = PersonKind.Governor,
        ["trustee"] = PersonKind.Governor,
    };

    public static bool TryParse(string text, out PersonKind kind) => ByWord.TryGetValue(text.Trim(), out kind);
}
