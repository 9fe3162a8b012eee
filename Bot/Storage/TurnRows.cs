using Microsoft.EntityFrameworkCore;
using PolicyBot.Storage.Rows;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>A turn as rows: the state over the version that was loaded, the keys it is heard under, and its messages.</summary>
internal static class TurnRows
{
    /// <returns>The replies, which have their ids once they are saved.</returns>
    public static List<OutboxRow> Add(BotDatabase database, TurnCommit commit)
    {
        var state = new StateRow
        {
            Conversation = commit.Conversation.Value,
            Version = commit.Version,
            Json = commit.State,
            ChangedAt = commit.Now,
            WaitsUntil = commit.WaitsUntil,
        };
        database.Attach(state).State = commit.Version == 0 ? EntityState.Added : EntityState.Modified;
        state.Version++;
        database.Heard.AddRange(commit.Keys.Select(heard => new HeardRow { Key = heard.Key.Value, Answer = commit.Answer, Until = heard.Until }));

        var replies = commit.Replies.Select(reply => OutboxRows.From(reply, commit.Now)).ToList();
        database.Outbox.AddRange(replies);
        database.Outbox.AddRange(commit.Promises.Select(promise => OutboxRows.From(promise, commit.Now)));
        return replies;
    }
}
