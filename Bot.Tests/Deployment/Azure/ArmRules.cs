using System.Text.Json.Nodes;

namespace PolicyBot.Tests.Deployment.Azure;

/// <summary>What an installation in Azure has to have: HTTPS only, two instances, one identity, a database that is not public, logs.</summary>
internal static class ArmRules
{
    private const string Site = "Microsoft.Web/sites", Plan = "Microsoft.Web/serverfarms", Policies = "Microsoft.Web/sites/basicPublishingCredentialsPolicies",
        Vault = "Microsoft.KeyVault/vaults", Database = "Microsoft.DBforPostgreSQL/flexibleServers", Bot = "Microsoft.BotService/botServices", Diagnostics = "Microsoft.Insights/diagnosticSettings";

    public static IEnumerable<string> FaultsIn(ArmTemplate template) => [.. Sites(template), .. Instances(template), .. Bots(template), .. Stores(template), .. Logs(template), .. Settings(template)];

    private static IEnumerable<string> Sites(ArmTemplate template)
    {
        foreach (var site in Some(template, Site))
        {
            var config = site.Properties?["siteConfig"];
            foreach (var (isRight, what) in new[]
            {
                (Is(site.Properties?["httpsOnly"], true), "answers without HTTPS: httpsOnly"),
                (Is(config?["minTlsVersion"], "1.2") || Is(config?["minTlsVersion"], "1.3"), "lets an old TLS in: minTlsVersion"),
                (Is(config?["scmMinTlsVersion"], "1.2") || Is(config?["scmMinTlsVersion"], "1.3"), "lets an old TLS in: scmMinTlsVersion"),
                (Is(config?["ftpsState"], "Disabled"), "has FTP: ftpsState"),
                (Is(config?["alwaysOn"], true), "is put to sleep, and its outbox with it: alwaysOn"),
                (Is(config?["healthCheckPath"], "/health/ready"), "is not asked whether it is ready: healthCheckPath"),
                (site.Properties?["virtualNetworkSubnetId"] is not null, "does not reach the database: virtualNetworkSubnetId"),
                (site.Properties?["keyVaultReferenceIdentity"] is not null, "cannot read the key vault: keyVaultReferenceIdentity"),
                (template.Of(Policies).Count(each => Is(each.Properties?["allow"], false)) == 2, "can be published to with a password: basicPublishingCredentialsPolicies"),
            })
                if (!isRight)
                    yield return $"{site} {what}.";
        }

        foreach (var text in ArmTemplate.Texts(template.Root).Where(text => text.Contains("http://", StringComparison.Ordinal) && text != "http://+:8080"))
            yield return $"{text} has no https address.";
    }

    private static IEnumerable<string> Instances(ArmTemplate template)
    {
        foreach (var plan in Some(template, Plan))
        {
            var (capacity, least) = (plan.Json["sku"]?["capacity"], 0);
            if (capacity is JsonValue value && value.TryGetValue<string>(out var text))
                least = ArmExpression.Parameters(text).Select(name => template.Parameters[name]).Min(each => Math.Min(Number(each?["minValue"]), Number(each?["defaultValue"])));
            else
                least = Number(capacity);

            if (least < 2)
                yield return $"{plan} may have a single instance: sku.capacity.";
        }

        foreach (var site in template.Of(Site).Where(site => !Is(site.Properties?["clientAffinityEnabled"], false)))
            yield return $"{site} ties people to an instance: clientAffinityEnabled.";
    }

    private static IEnumerable<string> Bots(ArmTemplate template)
    {
        foreach (var bot in Some(template, Bot))
        {
            if (!Is(bot.Properties?["msaAppType"], "UserAssignedMSI") || bot.Properties?["msaAppMSIResourceId"] is null)
                yield return $"{bot} is no managed identity: msaAppType, msaAppMSIResourceId.";
            if (!$"{bot.Properties?["endpoint"]}".Contains("/api/messages", StringComparison.Ordinal))
                yield return $"{bot} has not the bot's address: endpoint.";
        }

        if (!template.Of($"{Bot}/channels").Any(channel => Is(channel.Properties?["channelName"], "MsTeamsChannel")))
            yield return "The bot is not in Teams: there is no MsTeamsChannel.";
    }

    private static IEnumerable<string> Stores(ArmTemplate template)
    {
        foreach (var database in Some(template, Database).Where(each => each.Properties?["network"]?["delegatedSubnetResourceId"] is null))
            yield return $"{database} is public: network.delegatedSubnetResourceId.";
        foreach (var vault in Some(template, Vault).Where(each => !Is(each.Properties?["enableRbacAuthorization"], true) || !Is(each.Properties?["enablePurgeProtection"], true)))
            yield return $"{vault} is let in by lists, or can be emptied for good: enableRbacAuthorization, enablePurgeProtection.";
    }

    private static IEnumerable<string> Logs(ArmTemplate template) => template.Resources.Where(resource => resource.Type is Site or Vault or Database)
        .Where(resource => !template.Of(Diagnostics).Any(each => each.Properties?["workspaceId"] is not null
            && ArmExpression.Calls(each.Scope, "resourceId").Any(call => template.Named(call) == resource)))
        .Select(resource => $"{resource} writes no log: there is no diagnosticSettings with its scope.");

    private static IEnumerable<string> Settings(ArmTemplate template) => template.Of(Site).SelectMany(site => site.AppSettings)
        .Where(setting => !SettingsRead.Contains(setting.Name) && !setting.Name.StartsWith("WEBSITE_", StringComparison.Ordinal))
        .Select(setting => $"The setting {setting.Name} is none that the bot reads.");

    private static IEnumerable<ArmResource> Some(ArmTemplate template, string type) =>
        template.Of(type).DefaultIfEmpty(new ArmResource(new JsonObject { ["type"] = type, ["name"] = "(missing)" }));

    private static bool Is(JsonNode? node, bool wanted) => node is JsonValue value && value.TryGetValue<bool>(out var truth) && truth == wanted;

    private static bool Is(JsonNode? node, string wanted) => node is JsonValue value && value.TryGetValue<string>(out var text) && text == wanted;

    private static int Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
}
