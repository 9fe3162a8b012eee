using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Rounds;
using PolicyBot.Policies;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Rounds;

/// <summary>A round with everybody in it, as it stands now.</summary>
internal sealed record RoundView(Round Round, Roster Roster, IReadOnlyDictionary<string, RoundMember> Members);

/// <summary>What a round begins with.</summary>
/// <param name="Records">Written in the same transaction.</param>
/// <param name="Signed">Whoever need not be asked, having confirmed this very text.</param>
internal sealed record RoundBeginning(IReadOnlyList<object> Records, IReadOnlySet<string> Signed)
{
    public static RoundBeginning Plain { get; } = new([], new HashSet<string>());
}

/// <summary>Reads rounds with their people.</summary>
internal sealed class RoundReader(IRoundBook rounds, IRosterBook roster, IOutboxStore outbox, PolicyLibrary library)
{
    public IRoundBook Rounds => rounds;

    public PolicyLibrary Library => library;

    public string TitleOf(string policy) => library.Policies.FirstOrDefault(each => each.Id.Value == policy)?.Title ?? policy;

    public Task<Roster> RosterAsync(CancellationToken cancellationToken) => roster.ReadAsync(cancellationToken);

    /// <returns>The round of a policy that is not stopped; null where there is none.</returns>
    public async Task<Round?> OpenAsync(string policy, CancellationToken cancellationToken) =>
        (await rounds.RoundsAsync(cancellationToken)).FirstOrDefault(round => round.Policy == policy && round.State is not RoundState.Stopped);

    public async Task<IReadOnlyDictionary<string, string>> UnreachableAsync(CancellationToken cancellationToken) =>
        (await outbox.UnreachableAsync(cancellationToken)).ToDictionary(person => person.Person, person => person.Reason, StringComparer.OrdinalIgnoreCase);

    public async Task<RoundView> ViewAsync(Round round, CancellationToken cancellationToken) => new(
        round, await roster.ReadAsync(cancellationToken),
        (await rounds.MembersAsync(round.Id, cancellationToken)).ToDictionary(member => member.Person, StringComparer.Ordinal));
}
