using PolicyBot.Turns;
using Quartz;

namespace PolicyBot.Storage.Schedules;

/// <summary>
/// What is to be done when, and the database brought to it: new work is added, work whose times changed gets its new
/// times, work that no room asks for any more is removed. The rest is not touched, so that what is overdue stays so.
/// </summary>
internal sealed class Timetable(IEnumerable<IScheduledWork> work, ScheduleSettings settings)
{
    public IReadOnlyDictionary<string, IScheduledWork> Work { get; } =
        work.ToDictionary(each => each.Name, StringComparer.Ordinal);

    public async Task PutUpAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var known = await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken);
        await scheduler.DeleteJobs([.. known.Where(job => !Work.ContainsKey(job.Name))], cancellationToken);
        foreach (var each in Work.Values)
            await PutUpAsync(scheduler, each, cancellationToken);

        // Work that an earlier program could not even begin.
        await scheduler.ResetTriggersFromErrorState(GroupMatcher<TriggerKey>.AnyGroup(), cancellationToken);
    }

    private async Task PutUpAsync(IScheduler scheduler, IScheduledWork work, CancellationToken cancellationToken)
    {
        var job = JobBuilder.Create<WorkJob>().WithIdentity(work.Name)
            .StoreDurably().RequestRecovery().DisallowConcurrentExecution().Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);

        var wanted = Trigger(work, job.Key, scheduler.TimeProvider);
        if (await scheduler.GetTrigger(wanted.Key, cancellationToken) is not { } kept)
            await scheduler.ScheduleTrigger(wanted, TriggerConflict.Keep, cancellationToken); // Others may do so, too.
        else if (!SameTimes(kept, work))
            await scheduler.RescheduleJob(wanted.Key, wanted, cancellationToken);
    }

    /// <summary>The group is what keeps a replica with an older program, which does not know the work, from taking it.</summary>
    private ITrigger Trigger(IScheduledWork work, JobKey job, TimeProvider clock) => TriggerBuilder.Create(clock)
        .WithIdentity(work.Name).ForJob(job).WithExecutionGroup(work.Name)
        .WithSchedule(CronScheduleBuilder.Create(work.Cron).InTimeZone(settings.TimeZone)
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();

    private bool SameTimes(ITrigger kept, IScheduledWork work) =>
        kept is ICronTrigger cron && cron.CronExpressionString == work.Cron && cron.TimeZone.Id == settings.TimeZone.Id;
}
