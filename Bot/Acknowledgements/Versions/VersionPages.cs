using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Versions;

/// <summary>Every text a policy had, with its dates, and each beside the one before.</summary>
internal sealed class VersionPages(PolicyLibrary library, ITextBook texts, PolicyPages policies, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.ServiceProvider.GetRequiredService<VersionPages>();
        routes.MapGet("/policies/{id}/versions", http => pages.AnswerAsync(http, pages.ListAsync));
        routes.MapGet("/policies/{id}/versions/{version}", http => pages.AnswerAsync(http, pages.TextAsync));
        routes.MapGet("/policies/{id}/versions/{version}/changes", http => pages.AnswerAsync(http, pages.ChangesAsync));
    }

    private async Task AnswerAsync(HttpContext http, Func<HttpContext, VersionList, Task> answer)
    {
        if (PolicyId.TryParse(http.Request.RouteValues["id"] as string, out var id) && library.Find(id) is { } policy)
            await answer(http, await VersionList.ReadAsync(policy, texts, http.RequestAborted));
        else
            await policies.NotThereAsync(http);
    }

    private Task ListAsync(HttpContext http, VersionList list) =>
        PageFrame.WriteAsync(http, StatusCodes.Status200OK, $"{list.Policy.Title}: versions",
            $"<h1>{Encode(list.Policy.Title)}: versions</h1>\n<p>The newest first. <a href=\"/policies/{list.Policy.Id}\">To the policy</a></p>\n<ol reversed>\n"
            + string.Concat(list.Versions.Reverse().Select(version => Item(list.Policy, version))) + "</ol>\n");

    private async Task TextAsync(HttpContext http, VersionList list)
    {
        if (list.Find(http.Request.RouteValues["version"] as string) is not { } version)
            await NotThereAsync(http, list);
        else if (await list.TextOfAsync(version, texts, http.RequestAborted) is not { } text)
            await PageFrame.WriteAsync(http, StatusCodes.Status200OK, list.Policy.Title, $"<h1>{Encode(list.Policy.Title)}</h1>\n<p>This text is kept, and this program can no longer show it.</p>");
        else
            await PageFrame.WriteAsync(http, StatusCodes.Status200OK, $"{text.Title}, version {version.Id}",
                $"<p class=\"status\">Version {version.Id}. {Encode(StateOf(version))} <a href=\"/policies/{list.Policy.Id}/versions\">All versions</a></p>\n" + new PolicyDocument(text, SchoolTime.Today(clock)).ToHtml());
    }

    private async Task ChangesAsync(HttpContext http, VersionList list)
    {
        if (list.Find(http.Request.RouteValues["version"] as string) is not { Before: { } earlier } version)
        {
            await NotThereAsync(http, list);
            return;
        }

        var (before, after) = (await list.TextOfAsync(earlier, texts, http.RequestAborted), await list.TextOfAsync(version, texts, http.RequestAborted));
        await PageFrame.WriteAsync(http, StatusCodes.Status200OK, $"{list.Policy.Title}: what was changed",
            $"<h1>{Encode(list.Policy.Title)}: what was changed</h1>\n<p>From version {earlier.Id} to version {version.Id}. {Encode(StateOf(version))} <a href=\"/policies/{list.Policy.Id}/versions\">All versions</a></p>\n"
            + (before is null || after is null ? "<p>One of the two texts is kept, and this program can no longer show it.</p>" : ComparisonHtml.Of(before, after)));
    }

    private static Task NotThereAsync(HttpContext http, VersionList list) => PageFrame.WriteAsync(http, StatusCodes.Status404NotFound, "There is no such version",
        $"<h1>There is no such version</h1>\n<p><a href=\"/policies/{list.Policy.Id}/versions\">All versions of the {Encode(list.Policy.Title)}</a></p>");

    private static string Item(Policy policy, ListedVersion version)
    {
        var changes = version.Before is null ? "" : $"<br><a href=\"/policies/{policy.Id}/versions/{version.Id}/changes\">What was changed in version {version.Id}</a>";
        return $"<li><a href=\"/policies/{policy.Id}/versions/{version.Id}\">Version {version.Id}</a>. {Encode(StateOf(version))}{changes}</li>\n";
    }

    private static string StateOf(ListedVersion version)
    {
        var what = version.Change switch
        {
            null when version.IsUndecided => "It waits for the manager to say what it is.",
            null => "The first text that the bot had.",
            { IsCorrection: true } => "A correction of the one before.",
            { Clauses: [] } => "Its meaning was changed.",
            { Clauses: var clauses } => $"Its meaning was changed in: {string.Join(", ", clauses.Select(clause => clause.Replace('-', ' ')))}.",
        };
        var when = version switch
        {
            { IsUndecided: true } => "",
            { Until: { } until } => $" In force from {SchoolTime.Written(SchoolTime.DayOf(version.Since))} until {SchoolTime.Written(SchoolTime.DayOf(until))}.",
            _ => $" In force since {SchoolTime.Written(SchoolTime.DayOf(version.Since))}.",
        };
        return what + when;
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
