using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PolicyBot.Policies;

/// <summary>The policies as pages: where a citation leads, and what a governor prints.</summary>
internal sealed class PolicyPages(PolicyLibrary library, TimeProvider clock)
{
    private static readonly string Style = Read("page.css");
    private static readonly string Frame = Read("page.html");

    /// <summary>Nothing but this page's own style may load: no script, no frame, no other site.</summary>
    private static readonly string SecurityPolicy = "default-src 'none'; style-src 'sha256-"
        + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style))) + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.ServiceProvider.GetRequiredService<PolicyPages>();
        routes.MapGet("/policies", http => WriteAsync(http, StatusCodes.Status200OK, pages.List("Policies")));
        routes.MapGet("/policies/{id}", pages.AnswerAsync);
    }

    private Task AnswerAsync(HttpContext http) =>
        PolicyId.TryParse(http.Request.RouteValues["id"] as string, out var id) && library.Find(id) is { } policy
            ? WriteAsync(http, StatusCodes.Status200OK, Page(policy.Title, new PolicyDocument(policy, SchoolTime.Today(clock)).ToHtml()))
            : WriteAsync(http, StatusCodes.Status404NotFound, List("There is no such policy here"));

    private string List(string heading)
    {
        var links = library.Policies.Select(policy => $"<li><a href=\"/policies/{policy.Id}\">{WebUtility.HtmlEncode(policy.Title)}</a><br>"
            + $"{WebUtility.HtmlEncode(ReviewStatus.Of(policy, SchoolTime.Today(clock)))}</li>");
        return Page(heading, $"<h1>{WebUtility.HtmlEncode(heading)}</h1>\n<ul>{string.Join('\n', links)}</ul>");
    }

    private static string Page(string title, string body) => Frame
        .Replace("{title}", WebUtility.HtmlEncode(title), StringComparison.Ordinal)
        .Replace("{style}", Style, StringComparison.Ordinal)
        .Replace("{body}", body, StringComparison.Ordinal);

    private static Task WriteAsync(HttpContext http, int status, string page)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = SecurityPolicy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return http.Response.WriteAsync(page, http.RequestAborted);
    }

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Policies", "Page", file)).ReplaceLineEndings("\n");
}
