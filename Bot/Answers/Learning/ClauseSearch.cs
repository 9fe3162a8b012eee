using System.Buffers;
using PolicyBot.Policies;

namespace PolicyBot.Answers.Learning;

/// <summary>Finds the clause whose own words are nearest to a message: all there is to go by in a bare text.</summary>
internal sealed class ClauseSearch
{
    public IReadOnlyList<Policy> Policies { get; }

    private readonly (Policy Policy, Clause Clause)[] _clauses;
    private readonly SparseMatrix _words;

    public ClauseSearch(IReadOnlyList<Policy> policies, Func<string, SparseVector> read, FeatureSpace space)
    {
        Policies = policies;
        _clauses = [.. policies.SelectMany(policy => policy.Clauses, (policy, clause) => (policy, clause))];
        _words = SparseMatrix.Of(space.Count, [.. _clauses.Select(each => read(each.Clause.Whole))]);
    }

    /// <returns>The nearest clause of the policies asked for, and how like the message it is: from 0, nothing in common, to 1, the same.</returns>
    public Likeness? Nearest(SparseVector message, Func<Policy, bool> isAskedFor)
    {
        var likeness = ArrayPool<float>.Shared.Rent(_clauses.Length);
        var all = likeness.AsSpan(0, _clauses.Length);
        all.Clear();
        _words.AddTo(message, all);
        var best = -1;
        for (var i = 0; i < all.Length; i++)
            if ((best < 0 || all[i] > all[best]) && isAskedFor(_clauses[i].Policy))
                best = i;

        var found = best < 0 ? null : new Likeness(_clauses[best].Policy, _clauses[best].Clause, all[best]);
        ArrayPool<float>.Shared.Return(likeness);
        return found;
    }
}

/// <summary>A clause and how like a message its words are.</summary>
internal sealed record Likeness(Policy Policy, Clause Clause, float Share);
