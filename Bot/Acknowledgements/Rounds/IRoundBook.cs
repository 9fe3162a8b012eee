namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>The rounds and how far each has come. Every call may find no database, and then says so by an exception of the storage.</summary>
internal interface IRoundBook
{
    /// <returns>All of them, the newest first.</returns>
    Task<IReadOnlyList<Round>> RoundsAsync(CancellationToken cancellationToken);

    /// <returns>Whoever of a round has something due, the longest due first.</returns>
    Task<IReadOnlyList<RoundMember>> DueAsync(string round, DateTimeOffset now, int most, CancellationToken cancellationToken);

    Task<IReadOnlyList<RoundMember>> MembersAsync(string round, CancellationToken cancellationToken);

    Task<RoundCount> CountAsync(string round, CancellationToken cancellationToken);
}

/// <summary>How many of a round's people are where.</summary>
/// <param name="Asked">To whom a first message was promised.</param>
internal sealed record RoundCount(int People, int Asked, int Delivered, IReadOnlyDictionary<MemberState, int> States)
{
    /// <summary>Of how many the last message was seen, as far as the channel says.</summary>
    public int Seen { get; init; }

    public int Of(MemberState state) => States.GetValueOrDefault(state);
}

/// <summary>What is written of rounds, each with what it promises and enters in the register.</summary>
internal abstract record RoundRecord
{
    private RoundRecord()
    {
    }

    /// <summary>Rounds of the same policy that are open stop: one takes the place of the other.</summary>
    internal sealed record Started(Round Round) : RoundRecord;

    internal sealed record Steered(Round Before, Round After) : RoundRecord;

    internal sealed record Joined(IReadOnlyList<RoundMember> Members) : RoundRecord;

    /// <summary>All of them, or none where one has moved meanwhile.</summary>
    internal sealed record Moved(IReadOnlyList<Move> Moves) : RoundRecord;
}
