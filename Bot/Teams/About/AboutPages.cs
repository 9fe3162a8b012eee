using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Policies;
using PolicyBot.Turns;

namespace PolicyBot.Teams.About;

/// <summary>/privacy and /terms, which the app in Teams links to. Their words are files that a person edits.</summary>
internal sealed class AboutPages(ClubSettings club, KeptData kept, IPermissionCheck? graph = null)
{
    private const string ByGraph = "For reminders and the list of staff the bot uses Microsoft 365 of the school.", OnlyTeams = "It goes nowhere else.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.ServiceProvider.GetRequiredService<AboutPages>();
        routes.MapGet("/privacy", http => pages.AnswerAsync(http, "Privacy", "privacy.html"));
        routes.MapGet("/terms", http => pages.AnswerAsync(http, "Terms of use", "terms.html"));
    }

    private Task AnswerAsync(HttpContext http, string title, string file) => PageFrame.WriteAsync(
        http, StatusCodes.Status200OK, title,
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Teams", "About", file))
            .Replace("{club}", WebUtility.HtmlEncode(club.Club), StringComparison.Ordinal)
            .Replace("{manager}", WebUtility.HtmlEncode(club.Manager), StringComparison.Ordinal)
            .Replace("{services}", graph is null ? OnlyTeams : ByGraph, StringComparison.Ordinal)
            .Replace("{kept}", kept.ToHtml(), StringComparison.Ordinal));
}
