using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Policies;
using PolicyBot.Reviews;

namespace PolicyBot.Teams.Reviews;

/// <summary>
/// The review pack to print and take to a meeting. It holds counts and no names; its address is known to whoever got the
/// card, and changes with each review.
/// </summary>
internal sealed class ReviewPage(ReviewDesk desk, ReviewPacks packs, ReviewFindings findings, ReviewClock time)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var page = routes.ServiceProvider.GetRequiredService<ReviewPage>();
        routes.MapGet("/reviews/{key}", page.AnswerAsync);
    }

    public async Task<string> HtmlAsync(ReviewStanding standing, CancellationToken cancellationToken)
    {
        var pack = await packs.OfAsync(standing.Policy, time.Now, cancellationToken);
        var html = new StringBuilder();
        var policy = standing.Policy;
        html.Append($"<h1>Review of the {Encode(policy.Title)}</h1>\n<p class=\"club\">{Encode(policy.Club)}, as at {SchoolTime.Written(pack.AsAt)}</p>\n");
        html.Append($"<p class=\"status {(ReviewStatus.IsOverdue(policy, pack.AsAt) ? "overdue" : "current")}\">{Encode(ReviewStatus.Of(policy, pack.AsAt))}</p>\n<dl>\n");
        foreach (var fact in findings.Whole(pack))
            html.Append($"<dt>{Encode(fact.Label)}</dt><dd>{Encode(fact.Value)}</dd>\n");

        html.Append("</dl>\n<h2>To check</h2>\n<ul>\n").Append(string.Concat(findings.Checks.Select(check => $"<li>{Encode(check)}</li>\n"))).Append("</ul>\n").Append(Clauses(pack));
        return html.Append($"<p>Counted since {pack.Since:MMMM yyyy}. What was asked fewer than three times is not shown, and nothing here says who asked. <a href=\"/policies/{policy.Id}\">The policy</a>, <a href=\"/policies/{policy.Id}/versions\">its versions</a></p>\n").ToString();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var key = http.Request.RouteValues["key"] as string;
        if ((await desk.AllAsync(http.RequestAborted)).FirstOrDefault(each => each.Review.Version > 0 && each.Review.Key == key) is { } standing)
            await PageFrame.WriteAsync(http, StatusCodes.Status200OK, $"Review of the {standing.Policy.Title}", await HtmlAsync(standing, http.RequestAborted));
        else
            await PageFrame.WriteAsync(http, StatusCodes.Status404NotFound, "There is no such review", "<h1>There is no such review</h1>\n<p>It may be over. Write <strong>review</strong> to PolicyBot in Teams for the one that is next.</p>");
    }

    private static string Clauses(ReviewPack pack)
    {
        var html = new StringBuilder("<h2>Clause by clause</h2>\n<table>\n<thead><tr><th scope=\"col\">Clause</th><th scope=\"col\">Unchanged since</th><th scope=\"col\" class=\"number\">Asked about</th><th scope=\"col\" class=\"number\">Not right at once</th></tr></thead>\n<tbody>\n");
        foreach (var age in pack.Ages)
        {
            var id = age.Clause.Id.Value;
            var wrong = pack.MostWrong.FirstOrDefault(line => line.Clause.Id == age.Clause.Id);
            html.Append($"<tr><th scope=\"row\"><a href=\"/policies/{pack.Policy.Id}#{id}\">{Encode(id.Replace('-', ' '))}</a></th><td>{Encode(age.Since ?? "not known")}</td>"
                + $"<td class=\"number\">{pack.MostAsked.FirstOrDefault(each => each.What == id)?.Times ?? 0}</td><td class=\"number\">{(wrong is null ? "0" : $"{wrong.NotAtOnce} of {wrong.Asked}")}</td></tr>\n");
        }

        return html.Append("</tbody>\n</table>\n").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
