using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyBot.Language.Cloud;
using PolicyBot.Language.Names;

namespace PolicyBot.Language;

internal static class LanguageSetup
{
    /// <summary>The lists lie beside the program, where whoever runs it can edit them.</summary>
    private static readonly string Lists = Path.Combine(AppContext.BaseDirectory, "Language");

    /// <param name="mistakes">Gets a sentence for each setting that is wrong and each list that is missing.</param>
    public static IServiceCollection AddLanguage(this IServiceCollection services, IConfiguration settings, List<string> mistakes)
    {
        var (language, wrong) = LanguageSettings.From(settings);
        mistakes.AddRange(wrong);
        mistakes.AddRange(NameBook.MissingIn(Lists));
        return services
            .AddSingleton(provider => new LocalRedactor(Read(provider.GetRequiredService<ILogger<LocalRedactor>>())))
            .AddSingleton(provider => new Redactor(
                provider.GetRequiredService<LocalRedactor>(),
                language.Endpoint is null ? null : AzureLanguage.Of(language, Patience.Usual, TimeProvider.System),
                provider.GetRequiredService<ILogger<Redactor>>()));
    }

    private static NameBook Read(ILogger log)
    {
        var (book, mistakes) = NameBook.Read(Lists);
        foreach (var mistake in mistakes)
            log.LogWarning("{Mistake}", mistake);

        return book;
    }
}
