using Microsoft.EntityFrameworkCore;
using PolicyBot.Reviews;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <inheritdoc cref="IReviewBook"/>
internal sealed class ReviewBook(Databases databases) : IReviewBook
{
    public async Task<IReadOnlyList<Review>> ReadAsync(CancellationToken cancellationToken) =>
        await databases.ReadAsync(async database => (await database.Reviews.AsNoTracking().OrderBy(row => row.Policy).ThenBy(row => row.Due).ToListAsync(cancellationToken)).ConvertAll(Read));

    private static Review Read(ReviewRow row) => new(row.Policy, row.Due)
    {
        Version = row.Version,
        Key = row.Key,
        FirstPrompted = row.FirstPrompted,
        LastPrompted = row.LastPrompted,
        Prompts = row.Prompts,
        LaterOn = row.LaterOn,
        Owner = row.Owner is { } person ? new ReviewOwner(person, row.OwnerName ?? "") : null,
        HeadTold = row.HeadTold,
        ChairTold = row.ChairTold,
        Outcome = row.IsChanged is { } isChanged ? new ReviewOutcome(isChanged, row.ApprovedBy!, row.ApprovedOn!.Value, row.Next, row.DoneBy!, row.DoneAt!.Value) : null,
    };
}

/// <summary>Writes what became of a review. Of two that saw the same, one loses, and with it what it wanted to send.</summary>
internal sealed class ReviewRecords : TurnRecordWriter<ReviewRecord>
{
    protected override async Task<bool> WriteAsync(BotDatabase database, ReviewRecord record, CancellationToken cancellationToken)
    {
        var review = record.Review;
        var row = review.Version > 0
            ? await database.Reviews.SingleOrDefaultAsync(each => each.Policy == review.Policy && each.Due == review.Due, cancellationToken)
            : database.Reviews.Add(new ReviewRow { Policy = review.Policy, Due = review.Due, Key = review.Key }).Entity;
        if (row is null || row.Version != review.Version)
            return false;

        row.Version++;
        (row.FirstPrompted, row.LastPrompted, row.Prompts, row.LaterOn) = (review.FirstPrompted, review.LastPrompted, review.Prompts, review.LaterOn);
        (row.Owner, row.OwnerName, row.HeadTold, row.ChairTold) = (review.Owner?.Person, review.Owner?.Name, review.HeadTold, review.ChairTold);
        if (review.Outcome is { } outcome)
            (row.IsChanged, row.ApprovedBy, row.ApprovedOn, row.Next, row.DoneBy, row.DoneAt) =
                (outcome.IsChanged, outcome.ApprovedBy, outcome.ApprovedOn, outcome.Next, outcome.By, outcome.At);
        return true;
    }
}
