using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Graph.Check;
using PolicyBot.Graph.People;
using PolicyBot.Graph.Runners;
using PolicyBot.Turns;

namespace PolicyBot.Graph;

/// <summary>Microsoft Graph, where it is enabled. Where it is not, nothing of it is made.</summary>
internal static class GraphSetup
{
    /// <param name="mistakes">Gets a sentence for each setting that is wrong.</param>
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfiguration settings, bool isDevelopment, List<string> mistakes)
    {
        var (graph, wrong) = GraphSettings.From(settings, isDevelopment);
        mistakes.AddRange(wrong);
        return graph.IsEnabled && wrong.Count == 0 ? services.AddGraph(graph) : services;
    }

    /// <summary>A method of its own: what it names is loaded when it is compiled.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IServiceCollection AddGraph(this IServiceCollection services, GraphSettings graph)
    {
        services
            .AddSingleton(graph)
            .AddSingleton<GraphDoor>()
            .AddSingleton<CalendarEntries>()
            .AddSingleton<EarlierErrand>()
            .AddSingleton<TaskLists>()
            .AddSingleton<Catalogue>()
            .AddSingleton<Installations>()
            .AddSingleton<IErrandRunner, FeedErrand>()
            .AddSingleton<IErrandRunner, CalendarErrand>()
            .AddSingleton<IErrandRunner, CalendarRemoval>()
            .AddSingleton<IErrandRunner, ToDoErrand>()
            .AddSingleton<IErrandRunner, ToDoCompletion>()
            .AddSingleton<IErrandRunner, InstallErrand>()
            .AddSingleton<GraphProbes>()
            .AddSingleton<IPermissionCheck, GraphCheck>()
            .AddSingleton<GroupMembers>()
            .AddSingleton<IDirectoryGroup>(provider => provider.GetRequiredService<GroupMembers>());
        if (graph.MailFrom is not null)
            services.AddSingleton<IErrandRunner, MailErrand>();
        if (graph.RosterGroup is not null)
            services.AddSingleton<GroupChanges>().AddSingleton<RosterFromGroup>().AddSingleton<IScheduledWork, GroupWatch>();
        if (graph.InstallsForStaff)
            services.AddSingleton<InstallList>().AddSingleton<IScheduledWork, InstallWork>();
        if ((graph.ManagerGroup ?? graph.ManagerOf) is not null)
            services.AddHostedService<ManagerWatch>();

        return services;
    }
}
