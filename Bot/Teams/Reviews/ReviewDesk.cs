using PolicyBot.Acknowledgements.Register;
using PolicyBot.Policies;
using PolicyBot.Reviews;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Reviews;

/// <summary>Where a policy stands: the review that is next, and those that another text has overtaken.</summary>
internal sealed record ReviewStanding(Policy Policy, Review Review, IReadOnlyList<Review> Overtaken);

/// <summary>What is written down and sent at once.</summary>
internal sealed record ReviewBatch(Review Review, IReadOnlyList<RegisterRecord> Entries, IReadOnlyList<Promise> Promises, IReadOnlyList<Errand> Errands);

/// <summary>Reads where reviews stand and writes what becomes of them.</summary>
internal sealed class ReviewDesk(IReviewBook book, IRecordStore store, IErrandStore errands, PolicyLibrary library)
{
    public Policy? PolicyOf(string id) => library.Policies.FirstOrDefault(policy => policy.Id.Value == id);

    /// <summary>The pages and cards say of the policies from now on what the last reviews said.</summary>
    public async Task<IReadOnlyList<ReviewStanding>> AllAsync(CancellationToken cancellationToken)
    {
        var reviews = (await book.ReadAsync(cancellationToken)).ToLookup(review => review.Policy, StringComparer.Ordinal);
        library.Note(library.Policies.ToDictionary(policy => policy.Id, policy => ReviewDue.LastOf(policy, [.. reviews[policy.Id.Value]])));
        return [.. library.Policies.Select(policy => Standing(policy, [.. reviews[policy.Id.Value]]))];
    }

    public async Task<ReviewStanding?> FindAsync(string policy, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).FirstOrDefault(standing => standing.Policy.Id.Value == policy);

    /// <returns>What was brought to people beside the chat, and how each of it fared.</returns>
    public Task<IReadOnlyList<KnownErrand>> BroughtAsync(Review review, CancellationToken cancellationToken) =>
        errands.UnderAsync($"{review.Thread}/", cancellationToken);

    /// <returns>False where somebody else has written meanwhile: nothing is kept or sent.</returns>
    public Task<bool> WriteAsync(ReviewBatch batch, CancellationToken cancellationToken) => store.WriteAsync(
        [new ReviewRecord(batch.Review), new Registrations(batch.Entries), new Errands(batch.Errands, InsteadOf: batch.Review.Outcome is null ? null : $"{batch.Review.Thread}/")],
        batch.Promises, cancellationToken);

    private static ReviewStanding Standing(Policy policy, IReadOnlyList<Review> reviews)
    {
        var due = ReviewDue.Of(policy, reviews);
        return new ReviewStanding(policy,
            reviews.FirstOrDefault(review => review.Due == due) ?? new Review(policy.Id.Value, due) { Key = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()) },
            [.. reviews.Where(review => review.Outcome is null && review.Due < due)]);
    }
}
