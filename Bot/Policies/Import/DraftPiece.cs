namespace PolicyBot.Policies.Import;

/// <summary>A clause on its way: the words of a block up to where its mark will stand.</summary>
/// <param name="End">In the block's text.</param>
internal sealed record DraftPiece(DraftBlock Block, string Text, int End)
{
    /// <summary>The clause of the policy as it was before that this one is.</summary>
    public Clause? Before { get; init; }

    public Clause Clause(string id, ClauseKind kind) => new(ClauseId.Parse(id), kind, Text, Block.IsItem ? Block.LeadIn : null);

    /// <summary>As it would read beside the clauses of before; a name and kind matter not to that.</summary>
    public string Gist => ClauseGist.Of(Clause("x", ClauseKind.Fact));
}
