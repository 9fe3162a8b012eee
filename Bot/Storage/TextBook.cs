using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <inheritdoc cref="ITextBook"/>
internal sealed class TextBook(Databases databases) : ITextBook
{
    public Task<TextHistory> HistoryAsync(string policy, CancellationToken cancellationToken) =>
        databases.ReadAsync(async database =>
        {
            var first = await database.PolicyTexts.Where(row => row.Policy == policy).OrderBy(row => row.Since).Select(row => row.Version).FirstOrDefaultAsync(cancellationToken);
            var changes = await database.TextChanges.AsNoTracking().Where(row => row.Policy == policy).OrderBy(row => row.Number).ToListAsync(cancellationToken);
            return new TextHistory(first, [.. changes.Select(Read)]);
        });

    public Task<PolicyText?> FindAsync(string policy, string version, CancellationToken cancellationToken) =>
        databases.ReadAsync(async database => await database.PolicyTexts.AsNoTracking().SingleOrDefaultAsync(row => row.Policy == policy && row.Version == version, cancellationToken) is { } row
            ? new PolicyText(row.Policy, row.TextHash, row.File, row.Since) : null);

    public Task<bool> IsInUseAsync(string policy, CancellationToken cancellationToken) =>
        databases.ReadAsync(async database => await database.Rounds.AnyAsync(row => row.Policy == policy, cancellationToken)
            || await database.Register.AnyAsync(row => row.Item == policy, cancellationToken));

    private static TextChange Read(TextChangeRow row) => new(row.Policy, row.Number, row.From, row.To, row.IsCorrection,
        row.Clauses.Split(' ', StringSplitOptions.RemoveEmptyEntries), row.By, row.Reason, row.At);
}
