using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.Calendar;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Reports;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

internal static class AcknowledgementsSetup
{
    /// <param name="inFiles">Gets everything that is wrong in the files beside the policies.</param>
    /// <param name="inSettings">Gets what is wrong with rounds and calendar: a question is answered all the same.</param>
    public static IServiceCollection AddAcknowledgements(
        this IServiceCollection services, PolicyLibrary library, IConfiguration settings,
        List<string> inFiles, List<string> inSettings)
    {
        var (understandings, wrong) = Understandings.Read(library.Policies);
        inFiles.AddRange(wrong.Select(mistake => mistake.ToString()));
        var (ladder, wrongSettings) = LadderSettings.From(settings);
        var month = AnnualStart.MonthFrom(settings, inSettings);
        var (retention, wrongHere) = RetentionSettings.From(settings);
        inSettings.AddRange([.. wrongSettings, .. wrongHere]);
        return services
            .AddSingleton(understandings)
            .AddSingleton(ladder)
            .AddSingleton(retention)
            .AddSingleton<Retention>()
            .AddSingleton(CalendarOf(settings, inSettings))
            .AddSingleton(provider => new AnnualStart(provider.GetRequiredService<SchoolCalendar>(), month))
            .AddSingleton<PolicyReports>()
            .AddSingleton<VersionPages>()
            .AddSingleton<ReminderLadder>()
            .AddSingleton<RoundPlan>();
    }

    public static void MapAcknowledgements(this IEndpointRouteBuilder routes) => VersionPages.Map(routes);

    /// <summary>Rounds:Calendar, which is beside the program unless it is a full path.</summary>
    private static SchoolCalendar CalendarOf(IConfiguration settings, List<string> mistakes)
    {
        var found = new List<Mistake>();
        var given = settings["Rounds:Calendar"]?.Trim();
        var path = string.IsNullOrEmpty(given) ? null : Path.Combine(AppContext.BaseDirectory, given);
        var calendar = CalendarFile.Read(path, found);
        mistakes.AddRange(found.Select(mistake => $"Rounds:Calendar: {mistake}"));
        return calendar ?? SchoolCalendar.WithoutTerms;
    }
}
