using Microsoft.Extensions.Logging;
using PolicyBot.Acknowledgements.People;
using PolicyBot.Turns;

namespace PolicyBot.Teams.About;

/// <summary>Every night, where Retention:Automatic is set: erases who left long enough ago. "person due" shows them months before.</summary>
internal sealed partial class RetentionWork(Retention retention, ILogger<RetentionWork> log) : IScheduledWork
{
    /// <summary>More than leave one school in a night. So many at once are a wrong column of dates in a list of people, and nobody could be brought back.</summary>
    private const int MostAtOnce = 25;

    public string Name => "retention";

    public string Cron => "0 30 3 * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!retention.Settings.IsAutomatic)
            return;

        var due = await retention.DueAsync(cancellationToken);
        if (due.Count > MostAtOnce)
        {
            TooMany(due.Count, MostAtOnce);
            return;
        }

        var erased = 0;
        await foreach (var _ in retention.EraseAsync(due, "the schedule"))
            erased++;
        if (erased > 0)
            Erased(erased, retention.Settings.Years);
    }

    [LoggerMessage(LogLevel.Information, "Everything about {People} who left more than {Years} ago is erased")]
    private partial void Erased(int people, string years);

    [LoggerMessage(LogLevel.Warning,
        "Nobody is erased: {People} people are due at once, and by the schedule at most {Most} are. Look at them with 'policybot person due', and erase them with 'person erase-due'")]
    private partial void TooMany(int people, int most);
}
