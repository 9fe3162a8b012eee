using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Deployment.Azure;

public sealed class ArmTemplateTests
{
    private static readonly string Shipped = DeploymentFolder.Read("azure/azuredeploy.json");

    [Fact]
    public void The_shipped_template_has_no_fault() => Assert.Empty(FaultsIn(Shipped));

    [Theory]
    [InlineData("[parameters('siteSku')]", "B1", "The parameter siteSku is defined and not used.")]
    [InlineData("[parameters('siteSku')]", "[parameters('size')]", "The parameter size is used and not defined.")]
    [InlineData("\"[variables('planName')]\"", "\"[variables('farmName')]\"", "The variable farmName is used and not defined.")]
    [InlineData("\"databaseName\": \"policybot\",", "\"databaseName\": \"policybot\", \"spare\": \"x\",", "The variable spare is defined and not used.")]
    [InlineData("\"description\": \"How many run side by side.\"", "\"note\": \"\"", "The parameter instances does not say what it is.")]
    [InlineData("\"2023-07-01\"", "\"latest\"", "Microsoft.KeyVault/vaults [variables('vaultName')] has the apiVersion 'latest', which is no date.")]
    [InlineData("\"keyVaultReferenceIdentity\": \"[resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', variables('identityName'))]\"",
        "\"keyVaultReferenceIdentity\": \"[resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', variables('siteName'))]\"",
        "names resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', variables('siteName')), which is not in the template.")]
    [InlineData("variables('networkName'), 'site')", "variables('networkName'), 'web')", "names resourceId('Microsoft.Network/virtualNetworks/subnets', variables('networkName'), 'web'), which is not in the template.")]
    [InlineData("\"[resourceId('Microsoft.Web/serverfarms', variables('planName'))]\",", "", "may be made before it: dependsOn is missing.")]
    [InlineData("\"[resourceId('Microsoft.Web/serverfarms', variables('planName'))]\",", "\"[variables('planName')]\",", "depends on [variables('planName')], which is no resourceId.")]
    [InlineData("\"[concat(variables('publicAddress'), '/api/messages')]\"", "\"[concat(variables('publicAddress'), '/api/messages']\"", "has a bracket too many or too few.")]
    [InlineData("\"[concat(variables('siteName'), '/scm')]\"", "\"[concat(variables('siteName'), '/ftp')]\"", "is there twice.")]
    [InlineData("\"type\": \"securestring\"", "\"type\": \"string\"", "The parameter databasePassword looks like a secret and is no securestring.")]
    [InlineData("\"type\": \"securestring\"", "\"type\": \"securestring\", \"defaultValue\": \"x\"", "The parameter databasePassword is a secret with a default value.")]
    [InlineData("\"[parameters('databasePassword')]\"", "\"Password=hunter2-hunter2\"", "There is a secret in the text 'Password=hunter2-hunter2'.")]
    [InlineData("\"value\": \"[parameters('teamsAppId')]\"", "\"value\": \"[parameters('databasePassword')]\"", "shows the secret databasePassword in siteConfig.")]
    [InlineData("\"value\": \"[variables('vaultName')]\"", "\"value\": \"[parameters('databasePassword')]\"", "An output or a variable shows the secret databasePassword.")]
    [InlineData("'@Microsoft.KeyVault(VaultName='", "'Host='", "The setting Storage__ConnectionString is a secret and no reference to the key vault.")]
    [InlineData("\"httpsOnly\": true", "\"httpsOnly\": false", "answers without HTTPS: httpsOnly.")]
    [InlineData("\"minTlsVersion\": \"1.2\"", "\"minTlsVersion\": \"1.0\"", "lets an old TLS in: minTlsVersion.")]
    [InlineData("\"ftpsState\": \"Disabled\"", "\"ftpsState\": \"AllAllowed\"", "has FTP: ftpsState.")]
    [InlineData("\"alwaysOn\": true", "\"alwaysOn\": false", "alwaysOn.")]
    [InlineData("\"/health/ready\"", "\"/\"", "is not asked whether it is ready: healthCheckPath.")]
    [InlineData("\"allow\": false", "\"allow\": true", "can be published to with a password")]
    [InlineData("concat('https://', variables('siteName')", "concat('http://', variables('siteName')", "has no https address.")]
    [InlineData("\"minValue\": 2", "\"minValue\": 1", "may have a single instance: sku.capacity.")]
    [InlineData("\"[parameters('instances')]\"", "1", "may have a single instance: sku.capacity.")]
    [InlineData("\"clientAffinityEnabled\": false", "\"clientAffinityEnabled\": true", "ties people to an instance: clientAffinityEnabled.")]
    [InlineData("\"msaAppType\": \"UserAssignedMSI\"", "\"msaAppType\": \"MultiTenant\"", "is no managed identity: msaAppType, msaAppMSIResourceId.")]
    [InlineData("\"channelName\": \"MsTeamsChannel\"", "\"channelName\": \"WebChatChannel\"", "The bot is not in Teams: there is no MsTeamsChannel.")]
    [InlineData("\"delegatedSubnetResourceId\"", "\"subnet\"", "is public: network.delegatedSubnetResourceId.")]
    [InlineData("\"enablePurgeProtection\": true", "\"enablePurgeProtection\": false", "can be emptied for good")]
    [InlineData("\"scope\": \"[resourceId('Microsoft.DBforPostgreSQL", "\"about\": \"[resourceId('Microsoft.DBforPostgreSQL", "writes no log: there is no diagnosticSettings with its scope.")]
    [InlineData("\"Club__Name\"", "\"Club__Title\"", "The setting Club__Title is none that the bot reads.")]
    public void A_planted_fault_is_found(string text, string instead, string fault)
    {
        var planted = Replaced(Shipped, text, instead);

        Assert.Contains(FaultsIn(planted), found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_of_parameters_has_all_that_are_needed_and_no_secret()
    {
        var template = ArmTemplate.Parse(Shipped);
        var given = JsonNode.Parse(DeploymentFolder.Read("azure/azuredeploy.parameters.example.json"))!["parameters"]!.AsObject();

        Assert.Empty(given.Select(each => each.Key).Except(template.Parameters.Select(each => each.Key)));
        Assert.DoesNotContain(given, each => template.IsSecure(each.Key));
        Assert.Equal(["databasePassword"], template.Parameters.Where(each => each.Value!["defaultValue"] is null && !given.ContainsKey(each.Key)).Select(each => each.Key));
        var contacts = given["safeguarding"]!["value"]!.AsObject().Select(each => each.Key).ToList();
        Assert.All(
            ArmTemplate.Texts(template.Root).SelectMany(text => contacts.Where(name => text.Contains($"parameters('safeguarding').{name}.", StringComparison.Ordinal))).CountBy(name => name),
            used => Assert.Equal(2, used.Value));
        Assert.Equal(12, ArmTemplate.Texts(template.Root).Count(text => contacts.Any(name => text.StartsWith($"[parameters('safeguarding').{name}.", StringComparison.Ordinal))));
    }

    /// <summary>The first place only, and it has to be there: a fault that is not planted is not found.</summary>
    private static string Replaced(string template, string text, string instead)
    {
        var at = template.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{text} is not in the template.");
        return string.Concat(template.AsSpan(0, at), instead, template.AsSpan(at + text.Length));
    }

    private static IReadOnlyList<string> FaultsIn(string text)
    {
        var template = ArmTemplate.Parse(text);
        return [.. ArmReferences.FaultsIn(template), .. ArmSecrets.FaultsIn(template), .. ArmRules.FaultsIn(template)];
    }
}
