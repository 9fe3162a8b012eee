using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace PolicyBot.Commands.Doctor;

/// <summary>The settings as they are written: what cannot be used, what nobody reads, and what must not stand in a file.</summary>
internal sealed class SettingsExamination(StartMistakes mistakes, IConfiguration configuration) : IExamination
{
    private const string About = "settings";

    /// <summary>Names at the top of a settings file. Whatever else stands there is misspelt, or another program's.</summary>
    private static readonly string[] Known =
    [
        "AllowedHosts", "BotOpenIdMetadata", "Club", "Errands", "Graph", "Kestrel", "Language", "Limits", "Logging", "Manager", "Manifest", "MicrosoftAppAllowedHosts",
        "MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "MicrosoftAppType", "Outbox", "Policies", "PublicAddress", "Retention", "Reviews", "Rounds",
        "Safeguarding", "Schedules", "Storage", "Telemetry", "http_ports", "urls",
    ];

    private static readonly string[] Secrets = ["MicrosoftAppPassword", "Language:Key"];

    public Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        List<Finding> findings = [.. mistakes.InFiles.Select(mistake => Finding.Wrong("files", mistake)), .. mistakes.InSettings.Select(mistake => Finding.Wrong(About, mistake))];
        foreach (var file in configuration is IConfigurationRoot root ? root.Providers.OfType<JsonConfigurationProvider>() : [])
            findings.AddRange(In(file));

        if (findings.Count == 0)
            findings.Add(Finding.Well(About, "They can be used."));
        return Task.FromResult<IReadOnlyList<Finding>>(findings);
    }

    private static IEnumerable<Finding> In(JsonConfigurationProvider file)
    {
        foreach (var name in file.GetChildKeys([], null).Distinct().Where(name => !Known.Contains(name, StringComparer.OrdinalIgnoreCase)))
            yield return Finding.Odd(About, $"'{name}' in {file.Source.Path} is no setting of the bot{Meant(name)}. Correct it, or take it out.");

        foreach (var secret in Secrets.Where(secret => file.TryGet(secret, out var value) && value is { Length: > 0 }))
            yield return Finding.Wrong(About, $"{secret} stands in {file.Source.Path}, where whoever can read the file has it. Take it out, set it as the "
                + $"environment variable {secret.Replace(":", "__", StringComparison.Ordinal)} or keep it in Key Vault, and make a new one: this one is known.");

        if (file.TryGet("Storage:ConnectionString", out var text) && text?.Contains("Password", StringComparison.OrdinalIgnoreCase) == true)
            yield return Finding.Wrong(About, $"The password of the database stands in {file.Source.Path}. Set Storage__ConnectionString in the environment instead, and change the password.");
    }

    private static string Meant(string name) =>
        Array.Find(Known, known => Sorted(known) == Sorted(name) || known.StartsWith(name, StringComparison.OrdinalIgnoreCase) || name.StartsWith(known, StringComparison.OrdinalIgnoreCase)) is { } near
            ? $"; '{near}' is" : "";

    /// <summary>Letters in the wrong order are the usual slip.</summary>
    private static string Sorted(string name) => string.Concat(name.ToLowerInvariant().Order());
}
