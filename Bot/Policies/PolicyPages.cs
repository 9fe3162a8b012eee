using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PolicyBot.Policies;

/// <summary>The policies as pages: where a citation leads, and what a governor prints.</summary>
internal sealed class PolicyPages(PolicyLibrary library, TimeProvider clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.ServiceProvider.GetRequiredService<PolicyPages>();
        routes.MapGet("/policies", http => pages.ListAsync(http, StatusCodes.Status200OK, "Policies"));
        routes.MapGet("/policies/{id}", pages.AnswerAsync);
    }

    /// <summary>Where somebody asks for a policy that is not there, those that are.</summary>
    public Task NotThereAsync(HttpContext http) => ListAsync(http, StatusCodes.Status404NotFound, "There is no such policy here");

    private Task AnswerAsync(HttpContext http) =>
        PolicyId.TryParse(http.Request.RouteValues["id"] as string, out var id) && library.Find(id) is { } policy
            ? PageFrame.WriteAsync(http, StatusCodes.Status200OK, policy.Title, new PolicyDocument(policy, SchoolTime.Today(clock)).ToHtml()
                + $"<p><a href=\"/policies/{policy.Id}/versions\">Earlier versions and what was changed</a></p>\n")
            : NotThereAsync(http);

    private Task ListAsync(HttpContext http, int status, string heading)
    {
        var links = library.Policies.Select(policy => $"<li><a href=\"/policies/{policy.Id}\">{WebUtility.HtmlEncode(policy.Title)}</a><br>"
            + $"{WebUtility.HtmlEncode(ReviewStatus.Of(policy, SchoolTime.Today(clock)))}</li>");
        return PageFrame.WriteAsync(http, status, heading, $"<h1>{WebUtility.HtmlEncode(heading)}</h1>\n<ul>{string.Join('\n', links)}</ul>");
    }
}
