using System.Text.RegularExpressions;

namespace PolicyBot.Tests.Deployment.Azure;

/// <summary>Whether a template keeps secrets: none in it, and those that come in go to the key vault and to what needs them only.</summary>
internal static partial class ArmSecrets
{
    private static readonly string[] MayTakeSecrets = ["Microsoft.KeyVault/vaults/secrets value", "Microsoft.DBforPostgreSQL/flexibleServers administratorLoginPassword"];

    public static IEnumerable<string> FaultsIn(ArmTemplate template) =>
        [.. Parameters(template), .. Literals(template), .. Uses(template), .. Settings(template)];

    private static IEnumerable<string> Parameters(ArmTemplate template)
    {
        foreach (var (name, parameter) in template.Parameters)
        {
            if (SecretName().IsMatch(name) && !template.IsSecure(name))
                yield return $"The parameter {name} looks like a secret and is no securestring.";
            if (template.IsSecure(name) && parameter?["defaultValue"] is not null)
                yield return $"The parameter {name} is a secret with a default value.";
        }
    }

    private static IEnumerable<string> Literals(ArmTemplate template) => ArmTemplate.Texts(template.Root)
        .Where(text => SecretText().IsMatch(text)).Select(text => $"There is a secret in the text '{text}'.");

    private static IEnumerable<string> Uses(ArmTemplate template)
    {
        var secure = template.Parameters.Select(each => each.Key).Where(template.IsSecure).ToHashSet();
        foreach (var resource in template.Resources)
            foreach (var (member, value) in resource.Json.Where(each => each.Key is not "properties").Concat(resource.Properties as System.Text.Json.Nodes.JsonObject ?? []))
                foreach (var name in ArmTemplate.Texts(value).SelectMany(ArmExpression.Parameters).Where(secure.Contains))
                    if (!MayTakeSecrets.Contains($"{resource.Type} {member}"))
                        yield return $"{resource} shows the secret {name} in {member}.";

        foreach (var name in ArmTemplate.Texts(template.Outputs).Concat(ArmTemplate.Texts(template.Variables)).SelectMany(ArmExpression.Parameters).Where(secure.Contains))
            yield return $"An output or a variable shows the secret {name}.";
    }

    private static IEnumerable<string> Settings(ArmTemplate template) => template.Of("Microsoft.Web/sites").SelectMany(site => site.AppSettings)
        .Where(setting => SecretSetting().IsMatch(setting.Name) && !setting.Value.Contains("@Microsoft.KeyVault(", StringComparison.Ordinal))
        .Select(setting => $"The setting {setting.Name} is a secret and no reference to the key vault.");

    [GeneratedRegex("password|secret|credential|apikey|token$|key$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex("(Password|Secret|Key|ConnectionString)$")]
    private static partial Regex SecretSetting();

    /// <summary>A value after what introduces one, or a long run of the letters that keys are made of.</summary>
    [GeneratedRegex(@"(Password|Pwd|AccountKey|SharedAccessKey|sig)=[^';\s]|[A-Za-z0-9+/]{43,}=|[A-Za-z0-9]{3}[78]Q~[A-Za-z0-9_.~-]{31,}", RegexOptions.IgnoreCase)]
    private static partial Regex SecretText();
}
