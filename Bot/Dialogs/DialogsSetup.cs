using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Answers;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

internal static class DialogsSetup
{
    /// <param name="mistakes">Gets everything that is wrong in the scenarios beside the policies.</param>
    public static IServiceCollection AddDialogs(
        this IServiceCollection services, PolicyLibrary library, AnswerEngine engine, List<string> mistakes)
    {
        var (scenarios, wrong) = Scenarios.Load(library.Policies, engine);
        var unreadable = new List<Mistake>();
        var phrases = Phrases.Load(engine, unreadable);
        mistakes.AddRange(wrong.Concat(unreadable).Select(mistake => mistake.ToString()));
        return services
            .AddSingleton(scenarios).AddSingleton(scenarios.Stories).AddSingleton(phrases)
            .AddSingleton<Hearing>().AddSingleton<AnswerReader>().AddSingleton<SecondHearing>().AddSingleton<AcknowledgeTurn>().AddSingleton<TypedTurn>().AddSingleton<Openings>().AddSingleton<DialogSet>();
    }
}
