using PolicyBot.Acknowledgements.Register;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Storage;

/// <summary>Fills a register without the turns that would.</summary>
internal static class FilledRegister
{
    /// <summary>All of them in one transaction.</summary>
    public static Task<RegisterHead> AppendAsync(this Databases databases, IReadOnlyList<RegisterRecord> records) => databases.WriteAsync(async database =>
    {
        await using var transaction = await database.Database.BeginTransactionAsync();
        var head = await RegisterWriting.AppendAsync(database, records, CancellationToken.None);
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
        return head;
    }, CancellationToken.None);
}
