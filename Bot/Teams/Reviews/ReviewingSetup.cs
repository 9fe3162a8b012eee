using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Reviews;

internal static class ReviewingSetup
{
    public static IServiceCollection AddReviewing(this IServiceCollection services) => services
        .AddSingleton<ReviewFindings>()
        .AddSingleton<ReviewCards>()
        .AddSingleton<ReviewMessages>()
        .AddSingleton<ReviewOffice>()
        .AddSingleton<ReviewPacks>()
        .AddSingleton<ReviewDesk>()
        .AddSingleton<ReviewPeople>()
        .AddSingleton<ReviewSteering>()
        .AddSingleton<ReviewTalk>()
        .AddSingleton<ReviewPage>()
        .AddSingleton<ReviewClock>()
        .AddSingleton<TroubleWords>()
        .AddSingleton<IScheduledWork, Troubles>()
        .AddSingleton<IScheduledWork, ReviewWatch>()
        .AddHostedService<ReviewedDates>();
}
