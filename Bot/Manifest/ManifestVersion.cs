using System.Text.RegularExpressions;

namespace PolicyBot.Manifest;

/// <summary>Three numbers, the only form in which Teams compares versions.</summary>
internal static partial class ManifestVersion
{
    public static Version? Parse(string text) => ThreeNumbers().IsMatch(text) ? Version.Parse(text) : null;

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}\z")]
    private static partial Regex ThreeNumbers();
}
