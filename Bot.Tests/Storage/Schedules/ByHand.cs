using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Storage.Schedules;

namespace PolicyBot.Tests.Storage.Schedules;

/// <summary>A bot whose clock is set forward does what it has missed whenever it comes to it.</summary>
internal static class ByHand
{
    /// <summary>What is done by the clock is done where a test says so.</summary>
    public static IServiceCollection AddNothingByTheClock(this IServiceCollection services) =>
        services.AddSingleton(provider => new Timetable([], provider.GetRequiredService<ScheduleSettings>()));
}
