using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Answers.Learning;
using PolicyBot.Policies;

namespace PolicyBot.Answers;

internal static class AnswersSetup
{
    /// <param name="mistakes">Gets everything that is wrong in what is written beside the policies.</param>
    public static AnswerEngine AddAnswers(this IServiceCollection services, PolicyLibrary library, List<string> mistakes)
    {
        var (engine, wrong) = Bookshelf.Build(library.Policies, mistakes.Count == 0 ? KeptLearning.Beside : null);
        mistakes.AddRange(wrong.Select(mistake => mistake.ToString()));
        services.AddSingleton(engine);
        return engine;
    }
}
