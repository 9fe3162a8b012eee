using Microsoft.EntityFrameworkCore;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <summary>Writes which text of a policy is in force. Two that say at once what a text is have the same number: one loses.</summary>
internal sealed class TextRecords : TurnRecordWriter<TextRecord>
{
    protected override async Task<bool> WriteAsync(BotDatabase database, TextRecord record, CancellationToken cancellationToken)
    {
        switch (record)
        {
            case TextRecord.Begun { Text: var text }:
                await database.PolicyTexts.Where(row => row.Policy == text.Policy).ExecuteDeleteAsync(cancellationToken);
                database.PolicyTexts.Add(RowOf(text));
                return true;
            case TextRecord.Kept { Text: var text }:
                if (!await database.PolicyTexts.AnyAsync(row => row.Policy == text.Policy && row.Version == text.Version, cancellationToken))
                    database.PolicyTexts.Add(RowOf(text));
                return true;
            case TextRecord.Settled { Change: var change }:
                database.TextChanges.Add(RowOf(change));
                return true;
            default:
                return false;
        }
    }

    private static PolicyTextRow RowOf(PolicyText text) => new()
    {
        Policy = text.Policy,
        Version = text.Version,
        TextHash = text.TextHash,
        File = text.File,
        Since = text.Since,
    };

    private static TextChangeRow RowOf(TextChange change) => new()
    {
        Policy = change.Policy,
        Number = change.Number,
        From = change.From,
        To = change.To,
        IsCorrection = change.IsCorrection,
        Clauses = string.Join(' ', change.Clauses),
        By = change.By,
        Reason = change.Reason,
        At = change.At,
    };
}
