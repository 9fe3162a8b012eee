using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PolicyBot.Policies;

/// <summary>What is around every page that the bot serves: one style, and nothing else may load.</summary>
internal static class PageFrame
{
    private static readonly string Style = Read("page.css");
    private static readonly string Frame = Read("page.html");

    /// <summary>Nothing but this page's own style may load: no script, no frame, no other site.</summary>
    private static readonly string SecurityPolicy = "default-src 'none'; style-src 'sha256-"
        + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style))) + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <param name="body">HTML.</param>
    public static string Around(string title, string body) => Frame
        .Replace("{title}", WebUtility.HtmlEncode(title), StringComparison.Ordinal)
        .Replace("{style}", Style, StringComparison.Ordinal)
        .Replace("{body}", body, StringComparison.Ordinal);

    /// <param name="body">HTML.</param>
    public static Task WriteAsync(HttpContext http, int status, string title, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = SecurityPolicy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return http.Response.WriteAsync(Around(title, body), http.RequestAborted);
    }

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Policies", "Page", file)).ReplaceLineEndings("\n");
}
