using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Learning;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers;

/// <summary>The experts of all policies, and for policies with nothing but their text the search in it.</summary>
internal sealed class PolicyExperts(IReadOnlyList<PolicyExpert> experts, ClauseSearch search)
{
    /// <summary>The share of a message that a clause must have in common with it to be near, and to be quoted as an answer.</summary>
    private const float Near = .1f, Quotable = .25f, QuotableWherePointedTo = .12f;

    /// <summary>With a larger share a policy's own topic goes before what every bot knows.</summary>
    private const float Recognised = .3f;

    private static readonly Wording Quoting = new("This is the nearest clause.",
        "Nobody has written answers for this policy yet, so I can only show you its words.", "Ask your Manager if it is not clear.");

    /// <summary>The policies with nothing but their text.</summary>
    private readonly HashSet<Policy> _bare = new(
        search.Policies.Except(experts.Select(expert => expert.Policy).OfType<Policy>()), ReferenceEqualityComparer.Instance);

    /// <summary>What the expert that is surest makes of the message; the worry is the largest that any of them hears.</summary>
    public Opinion Consider(Message message, SparseVector vector)
    {
        var best = experts[0].Consider(message, vector);
        foreach (var expert in experts.Skip(1))
        {
            var other = expert.Consider(message, vector);
            var worry = other.Worry.Share > best.Worry.Share ? other.Worry : best.Worry;
            best = (Weight(other).CompareTo(Weight(best)) > 0 ? other : best) with { Worry = worry };
        }

        return best;
    }

    public PolicyExpert Of(Policy policy) => experts.First(expert => expert.Policy?.Id == policy.Id);

    /// <summary>The clause of a policy that has most in common with the message, or null where none is near.</summary>
    public Clause? NearestClause(Policy? policy, SparseVector vector) =>
        search.Nearest(vector, each => policy is null || ReferenceEquals(each, policy)) is { Share: > Near } found ? found.Clause : null;

    /// <summary>
    /// What a policy with nothing but its text says, in its own words: where another policy points to it or is silent, or no
    /// known kind of question is recognised.
    /// </summary>
    public Answer.Answered? Quote(Finding finding, SparseVector vector, bool isRecognised) => finding.Topic.Subject switch
    {
        _ when _bare.Count == 0 => null,
        Subject.OfBot => null,
        Subject.OfAnother { SettledBy: { } title } when BareNamed(title) is { } policy =>
            Quote(vector, each => ReferenceEquals(each, policy), QuotableWherePointedTo),
        Subject.OfPolicy when isRecognised => null,
        _ => Quote(vector, _bare.Contains, Quotable),
    };

    private Answer.Answered? Quote(SparseVector vector, Func<Policy, bool> isAskedFor, float enough) =>
        search.Nearest(vector, isAskedFor) is { } found && found.Share > enough
            ? new Answer.Answered(found.Policy, Verdict.Info, [found.Clause], Quoting, Math.Round(found.Share, 3))
            : null;

    private Policy? BareNamed(string title) =>
        _bare.FirstOrDefault(policy => policy.Title.Equals(title, StringComparison.OrdinalIgnoreCase));

    private static (bool, float) Weight(Opinion opinion) => (opinion.Finding is { IsOwn: true, Share: > Recognised }, opinion.Finding.Share);
}
