using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>
/// Deletes what nobody asks for any more: the answers to turns past their time, and messages done long ago. A press is known
/// again for over a year, but what it was answered with is kept for a week only. In chunks, so that no turn waits for it. A
/// message's key is free again once the message is deleted.
/// </summary>
internal sealed partial class CleanUp(
    Databases databases, OutboxSettings outbox, TimeProvider clock, ILogger<CleanUp> log) : IScheduledWork
{
    private const int Chunk = 500;

    private static readonly TimeSpan KeepAnswers = TimeSpan.FromDays(7);

    public string Name => "clean-up";

    public string Cron => "0 10 3 * * ?";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var heard = await DeleteHeardAsync(now, cancellationToken);
        var answers = await BlankAnswersAsync(now, cancellationToken);
        var messages = await DeleteMessagesAsync(now.AddDays(-outbox.KeepDays), cancellationToken);
        Done(heard, messages, outbox.KeepDays, answers, KeepAnswers.Days);
    }

    private async Task<int> DeleteHeardAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (deleted, chunk) = (0, 0);
        do
        {
            chunk = await databases.WriteAsync(database => database.Heard.Where(row => row.Until < now)
                .OrderBy(row => row.Until).Take(Chunk).ExecuteDeleteAsync(cancellationToken), cancellationToken);
            deleted += chunk;
        }
        while (chunk == Chunk);

        return deleted;
    }

    /// <summary>
    /// Of presses: until when they are known says when they were. Answers under an activity's id, which goes after a day,
    /// are known until tomorrow at most. Finding them reads the table once, too.
    /// </summary>
    private async Task<int> BlankAnswersAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (blanked, last, keys) = (0, "", new List<string>());
        var (after, before) = (now + 2 * LastingTurns.KeepActivity, now + LastingTurns.KeepPress - KeepAnswers);
        do
        {
            keys = await databases.ReadAsync(database => database.Heard
                .Where(row => row.Until > after && row.Until < before && row.Answer != "" && string.Compare(row.Key, last) > 0)
                .OrderBy(row => row.Key).Take(Chunk).Select(row => row.Key).ToListAsync(cancellationToken));
            blanked += await databases.WriteAsync(database => database.Heard.Where(row => keys.Contains(row.Key))
                .ExecuteUpdateAsync(row => row.SetProperty(heard => heard.Answer, ""), cancellationToken), cancellationToken);
            last = keys.LastOrDefault() ?? "";
        }
        while (keys.Count == Chunk);

        return blanked;
    }

    /// <summary>Finding them reads the table once from one end to the other, and reading holds no turn up.</summary>
    private async Task<int> DeleteMessagesAsync(DateTimeOffset doneBefore, CancellationToken cancellationToken)
    {
        var (deleted, last, ids) = (0, 0L, new List<long>());
        do
        {
            ids = await databases.ReadAsync(database => database.Outbox
                .Where(row => row.Id > last && row.DoneAt < doneBefore)
                .OrderBy(row => row.Id).Take(Chunk).Select(row => row.Id).ToListAsync(cancellationToken));
            deleted += await databases.WriteAsync(database => database.Outbox.Where(row => ids.Contains(row.Id))
                .ExecuteDeleteAsync(cancellationToken), cancellationToken);
            last = ids.LastOrDefault();
        }
        while (ids.Count == Chunk);

        return deleted;
    }

    [LoggerMessage(LogLevel.Information,
        "Cleaned up: {Heard} answers to turns past their time and {Messages} messages done over {Days} days ago are deleted, "
        + "and {Answers} answers to presses over {AnswerDays} days ago are emptied")]
    private partial void Done(int heard, int messages, int days, int answers, int answerDays);
}
