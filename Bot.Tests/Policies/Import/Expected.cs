using PolicyBot.Policies;

namespace PolicyBot.Tests.Policies.Import;

/// <summary>What must have come of a document, as it was written down from the document.</summary>
internal static class Expected
{
    public static void Clauses(Policy policy, params (string Kind, string Text, string? LeadIn)[] expected) =>
        Assert.Equal(expected, policy.Clauses.Select(clause => (clause.Kind.ToString().ToLowerInvariant(), clause.Text, clause.LeadIn)));

    public static void Facts(Policy policy, string title, string club, string? adopted, string? due, string? signed, params string[] related)
    {
        Assert.Equal((title, club, adopted, due, signed), (policy.Title, policy.Club, policy.Adopted?.AsWritten, policy.ReviewDue?.AsWritten, policy.SignedBy));
        Assert.Equal(related, policy.Related);
        Assert.All(policy.Clauses, clause => Assert.InRange(clause.Id.Value.Split('-').Length, 1, 4));
    }
}
