using Microsoft.Extensions.DependencyInjection;

namespace PolicyBot.Questions;

/// <summary>What staff ask that the policies do not answer: passed on to the manager, and counted by theme.</summary>
internal static class QuestionsSetup
{
    public static IServiceCollection AddQuestions(this IServiceCollection services) => services
        .AddSingleton<Precedents>()
        .AddHostedService<PrecedentReading>()
        .AddSingleton<ThemeCount>()
        .AddHostedService(provider => provider.GetRequiredService<ThemeCount>());
}
