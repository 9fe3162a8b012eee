using Microsoft.EntityFrameworkCore;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <inheritdoc cref="IBookmarkStore"/>
internal sealed class BookmarkStore(Databases databases) : IBookmarkStore
{
    public Task<string?> FindAsync(string name, CancellationToken cancellationToken) =>
        databases.ReadAsync(database => database.Bookmarks.Where(row => row.Name == name).Select(row => row.Place).FirstOrDefaultAsync(cancellationToken));

    public Task KeepAsync(string name, string? place, CancellationToken cancellationToken) =>
        databases.WriteAsync(database => place is null
            ? database.Bookmarks.Where(row => row.Name == name).ExecuteDeleteAsync(cancellationToken)
            : database.Database.ExecuteSqlAsync($"""
                INSERT INTO "Bookmarks" ("Name", "Place") VALUES ({name}, {place}) ON CONFLICT ("Name") DO UPDATE SET "Place" = excluded."Place"
                """, cancellationToken), cancellationToken);
}
