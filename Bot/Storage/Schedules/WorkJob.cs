using PolicyBot.Turns;
using Quartz;
using Quartz.Extensibility;

namespace PolicyBot.Storage.Schedules;

/// <summary>Work as Quartz runs it. The type's name is in the database; another is taken over at the next start.</summary>
internal sealed class WorkJob(IScheduledWork work) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        new(work.RunAsync(cancellationToken));
}

/// <summary>Finds the work by the name it was scheduled under.</summary>
internal sealed class WorkJobs(Timetable timetable) : IJobFactory
{
    public ValueTask<JobScope> CreateJob(
        TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default) =>
        new(new JobScope(new WorkJob(timetable.Work[bundle.JobDetail.Key.Name])));

    public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => default;
}
