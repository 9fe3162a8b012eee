using PolicyBot.Acknowledgements.People;

namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>The rounds and how far each has come. Every call may find no database, and then says so by an exception of the storage.</summary>
internal interface IRoundBook
{
    /// <returns>All of them, the newest first.</returns>
    Task<IReadOnlyList<Round>> RoundsAsync(CancellationToken cancellationToken);

    /// <returns>Whoever of a round has something due, the longest due first.</returns>
    Task<IReadOnlyList<DueMember>> DueAsync(string round, DateTimeOffset now, int most, CancellationToken cancellationToken);

    /// <returns>Everybody on the roster whom the round is not through with, a page at a time, by their ids.</returns>
    /// <param name="after">The last id of the page before; empty for the first.</param>
    Task<IReadOnlyList<UnsettledPerson>> UnsettledAsync(string round, string after, int most, CancellationToken cancellationToken);

    Task<int> CountUnsettledAsync(string round, CancellationToken cancellationToken);

    Task<IReadOnlyList<RoundMember>> MembersAsync(string round, CancellationToken cancellationToken);

    Task<RoundCount> CountAsync(string round, CancellationToken cancellationToken);
}

/// <summary>Somebody for whom the time of the next step has come.</summary>
/// <param name="Person">As the roster has them now; null where it no longer has them.</param>
internal sealed record DueMember(RoundMember Member, StaffMember? Person);

/// <summary>Somebody of the roster who has neither confirmed nor been exempted.</summary>
/// <param name="Member">Null where the round does not know them yet.</param>
internal sealed record UnsettledPerson(StaffMember Person, RoundMember? Member);

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
