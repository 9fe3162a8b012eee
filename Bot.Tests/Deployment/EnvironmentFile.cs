using System.Text.RegularExpressions;

namespace PolicyBot.Tests.Deployment;

/// <summary>Settings as systemd, Compose and a shell read them alike: NAME="VALUE", one a line.</summary>
internal static partial class EnvironmentFile
{
    public static IReadOnlyDictionary<string, string> Read(string text) =>
        Lines(text).Select(line => Line().Match(line)).Where(line => line.Success).ToDictionary(line => line.Groups[1].Value, line => line.Groups[2].Value);

    public static IEnumerable<string> FaultsIn(string text)
    {
        foreach (var line in Lines(text))
            if (Line().Match(line) is not { Success: true } setting)
                yield return $"'{line}' is not NAME=\"VALUE\".";
            else if (!SettingsRead.Contains(setting.Groups[1].Value))
                yield return $"The setting {setting.Groups[1].Value} is none that the bot reads.";
    }

    /// <summary>A secret in a file that everybody may read, or any value at all where the file is only an example.</summary>
    public static IEnumerable<string> SecretsIn(string text) =>
        Read(text).Where(setting => SecretSetting().IsMatch(setting.Key) && setting.Value.Length > 0 && !setting.Value.StartsWith("Data Source=", StringComparison.Ordinal))
            .Select(setting => $"The setting {setting.Key} has a secret in it.");

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#');

    [GeneratedRegex("""^([A-Za-z][A-Za-z0-9_]*)="([^"$`\\]*)"$""")]
    private static partial Regex Line();

    [GeneratedRegex("(Password|Secret|Key|ConnectionString)$")]
    private static partial Regex SecretSetting();
}
