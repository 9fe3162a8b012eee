using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

internal static class AcknowledgementsSetup
{
    /// <param name="mistakes">Gets everything that is wrong in the files beside the policies.</param>
    public static IServiceCollection AddAcknowledgements(this IServiceCollection services, PolicyLibrary library, List<string> mistakes)
    {
        var (understandings, wrong) = Understandings.Read(library.Policies);
        mistakes.AddRange(wrong.Select(mistake => mistake.ToString()));
        return services.AddSingleton(understandings).AddSingleton(new LadderSettings()).AddSingleton(Calendar.SchoolCalendar.WithoutTerms).AddSingleton(provider => new AnnualStart(provider.GetRequiredService<Calendar.SchoolCalendar>(), 9)).AddSingleton<ReminderLadder>().AddSingleton<RoundPlan>();
    }
}
