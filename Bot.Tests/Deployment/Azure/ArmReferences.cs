using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PolicyBot.Tests.Deployment.Azure;

/// <summary>Whether what a template names is there, and is made before it is named.</summary>
internal static partial class ArmReferences
{
    public static IEnumerable<string> FaultsIn(ArmTemplate template) =>
    [
        .. Definitions(template), .. template.Resources.SelectMany(resource => FaultsIn(template, resource)),
        .. template.Resources.GroupBy(resource => $"{resource}").Where(same => same.Count() > 1).Select(same => $"{same.Key} is there twice."),
    ];

    private static IEnumerable<string> Definitions(ArmTemplate template)
    {
        var texts = template.Root.Where(member => member.Key is not "parameters").SelectMany(member => ArmTemplate.Texts(member.Value))
            .Concat(ArmTemplate.Texts(template.Parameters)).ToList();
        var (parameters, variables) = (texts.SelectMany(ArmExpression.Parameters).ToHashSet(), texts.SelectMany(ArmExpression.Variables).ToHashSet());
        var (hasParameters, hasVariables) = (template.Parameters.Select(each => each.Key).ToList(), template.Variables.Select(each => each.Key).ToList());
        return
        [
            .. parameters.Except(hasParameters).Select(name => $"The parameter {name} is used and not defined."),
            .. hasParameters.Except(parameters).Select(name => $"The parameter {name} is defined and not used."),
            .. variables.Except(hasVariables).Select(name => $"The variable {name} is used and not defined."),
            .. hasVariables.Except(variables).Select(name => $"The variable {name} is defined and not used."),
            .. template.Parameters.Where(each => each.Value?["metadata"]?["description"] is null).Select(each => $"The parameter {each.Key} does not say what it is."),
            .. texts.Where(text => text.StartsWith('[') && text.Count(sign => sign == '(') != text.Count(sign => sign == ')')).Select(text => $"{text} has a bracket too many or too few."),
            .. template.Outputs.SelectMany(each => Unknown(template, each.Value).Select(named => $"The output {each.Key} names {named}, which is not in the template.")),
        ];
    }

    private static IEnumerable<string> FaultsIn(ArmTemplate template, ArmResource resource)
    {
        if (!Version().IsMatch(resource.Text("apiVersion")))
            yield return $"{resource} has the apiVersion '{resource.Text("apiVersion")}', which is no date.";
        foreach (var named in Unknown(template, resource.Json))
            yield return $"{resource} names {named}, which is not in the template.";
        foreach (var depends in resource.DependsOn.Select(each => $"{each}").Where(each => !each.StartsWith("[resourceId(", StringComparison.Ordinal) && !each.StartsWith("[extensionResourceId(", StringComparison.Ordinal)))
            yield return $"{resource} depends on {depends}, which is no resourceId.";

        var before = Before(template, resource);
        foreach (var needed in Named(template, resource).Where(needed => needed != resource && !before.Contains(needed)))
            yield return $"{resource} names {needed} and may be made before it: dependsOn is missing.";
        if (before.Contains(resource))
            yield return $"{resource} depends on itself.";
    }

    private static IEnumerable<ArmResource> Named(ArmTemplate template, ArmResource resource) =>
        ArmTemplate.Texts(resource.Json).SelectMany(text => ArmExpression.Calls(text, "resourceId")).Select(template.Named).OfType<ArmResource>().Distinct();

    private static IEnumerable<string> Unknown(ArmTemplate template, JsonNode? node) => ArmTemplate.Texts(node)
        .SelectMany(text => ArmExpression.Calls(text, "resourceId")).Where(call => template.Named(call) is null).Select(call => $"resourceId({string.Join(", ", call)})");

    /// <summary>What is made before a resource: what it depends on, and what that does. "reference" with a resource's id orders nothing.</summary>
    private static HashSet<ArmResource> Before(ArmTemplate template, ArmResource resource)
    {
        var (found, open) = (new HashSet<ArmResource>(), new Queue<ArmResource>([resource]));
        while (open.TryDequeue(out var next))
            foreach (var earlier in DirectlyBefore(template, next).Where(found.Add))
                open.Enqueue(earlier);

        return found;
    }

    private static IEnumerable<ArmResource> DirectlyBefore(ArmTemplate template, ArmResource resource)
    {
        var depends = resource.DependsOn.Select(each => $"{each}").ToList();
        var grants = depends.Where(each => each.StartsWith("[extensionResourceId(", StringComparison.Ordinal)).SelectMany(each => ArmExpression.Calls(each, "extensionResourceId"))
            .SelectMany(call => template.Of(call[1].Trim('\'')).Where(grant => grant.Name == $"[{call[2]}]"));
        return depends.Where(each => each.StartsWith("[resourceId(", StringComparison.Ordinal))
            .SelectMany(text => ArmExpression.Calls(text, "resourceId").Take(1)).Select(template.Named).OfType<ArmResource>().Concat(grants);
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(-preview)?$")]
    private static partial Regex Version();
}
