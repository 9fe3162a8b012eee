using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyBot.Policies;

/// <summary>
/// A clause without what does not matter when two texts are compared: its number, spaces, bold, the shape of quotation
/// marks and dashes. A word more or less, or another capital, does matter.
/// </summary>
internal static partial class ClauseGist
{
    public static string Of(Clause clause) => $"{Of(clause.LeadIn ?? "")} {Of(clause.Text)}".Trim();

    public static string Of(string text) => Spaces().Replace(Number().Replace(
        text.Replace("**", "", StringComparison.Ordinal).Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Replace('–', '-').Replace('—', '-'), ""), " ").Trim();

    /// <summary>SHA-256 over the gist, its first 16 hexadecimal digits.</summary>
    public static string DigestOf(Clause clause) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(clause))))[..16];

    [GeneratedRegex(@"^\s*(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]\)?|\d{1,3}(?:\.\d{1,3})+)\s+", RegexOptions.Multiline)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
