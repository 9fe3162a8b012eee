using System.Text.RegularExpressions;
using PolicyBot.Graph.Runners;

namespace PolicyBot.Manifest.Rules;

/// <summary>The notices of the feed are declared as they are sent, with exactly their parameters.</summary>
internal static partial class ActivityRules
{
    /// <summary>Teams fills in who sends it by itself, and keeps one type for itself, which must not be declared.</summary>
    private const string Actor = "actor", Reserved = "systemDefault";

    public static IEnumerable<string> Faults(Activities? activities)
    {
        var declared = activities?.ActivityTypes ?? [];
        return
        [
            .. FeedErrand.Sends.Keys.Except(declared.Select(each => each.Type))
                .Select(type => $"activities has no {type}, which the bot sends into the feed. Put it in."),
            .. declared.GroupBy(each => each.Type).Where(same => same.Count() > 1).Select(same => $"activities has {same.Key} twice. Take one out."),
            .. declared.SelectMany(Faults),
        ];
    }

    private static IEnumerable<string> Faults(ActivityKind kind)
    {
        if (kind.Type == Reserved)
            return [$"activities has {Reserved}, which is Teams' own and must not be declared. Take it out."];
        if (!FeedErrand.Sends.TryGetValue(kind.Type, out var sent))
            return [$"activities has {kind.Type}, which the bot never sends. Take it out."];

        var shown = Parameter().Matches(kind.TemplateText).Select(match => match.Groups[1].Value).Where(name => name != Actor).ToList();
        return
        [
            .. sent.Except(shown).Select(name => $"The templateText of {kind.Type} has no {{{name}}}, which the bot sends. Put it in."),
            .. shown.Except(sent).Select(name => $"The templateText of {kind.Type} has {{{name}}}, which the bot does not send. Take it out."),
        ];
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Parameter();
}
