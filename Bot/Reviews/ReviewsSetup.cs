using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PolicyBot.Reviews;

internal static class ReviewsSetup
{
    /// <param name="mistakes">Gets a sentence for each setting that is wrong.</param>
    public static IServiceCollection AddReviews(this IServiceCollection services, IConfiguration settings, List<string> mistakes)
    {
        var (reviews, wrong) = ReviewSettings.From(settings);
        mistakes.AddRange(wrong);
        return services.AddSingleton(reviews).AddSingleton<ReviewLadder>();
    }
}
