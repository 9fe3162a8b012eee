using Microsoft.EntityFrameworkCore;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <inheritdoc cref="ILiveCardStore"/>
internal sealed class LiveCardStore(Databases databases) : ILiveCardStore
{
    public Task KeepAsync(LiveCard card, CancellationToken cancellationToken) =>
        databases.WriteAsync(database => database.Database.ExecuteSqlAsync($"""
            INSERT INTO "LiveCards" ("Name", "Conversation", "Activity", "Shown", "ShownAt", "Until")
            VALUES ({card.Name}, {card.Conversation.Value}, {card.Activity}, {card.Shown}, {card.ShownAt.ToUnixTimeMilliseconds()}, {card.Until.ToUnixTimeMilliseconds()})
            ON CONFLICT ("Name") DO UPDATE SET "Conversation" = excluded."Conversation", "Activity" = excluded."Activity",
                "Shown" = excluded."Shown", "ShownAt" = excluded."ShownAt", "Until" = excluded."Until"
            """, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<LiveCard>> AllAsync(CancellationToken cancellationToken) =>
        await databases.ReadAsync(database => database.LiveCards.AsNoTracking().OrderBy(row => row.Name)
            .Select(row => new LiveCard(row.Name, new ConversationKey(row.Conversation), row.Activity, row.Shown, row.ShownAt, row.Until)).ToListAsync(cancellationToken));

    public async Task<bool> ReplaceAsync(LiveCard before, LiveCard after, CancellationToken cancellationToken) =>
        await databases.WriteAsync(database => database.LiveCards
            .Where(row => row.Name == before.Name && row.Activity == before.Activity && row.Shown == before.Shown && row.ShownAt == before.ShownAt)
            .ExecuteUpdateAsync(row => row.SetProperty(card => card.Shown, after.Shown).SetProperty(card => card.ShownAt, after.ShownAt), cancellationToken), cancellationToken) == 1;

    public Task DropAsync(string name, string activity, CancellationToken cancellationToken) =>
        databases.WriteAsync(database => database.LiveCards.Where(row => row.Name == name && row.Activity == activity).ExecuteDeleteAsync(cancellationToken), cancellationToken);
}
