using PolicyBot.Acknowledgements.People;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Reports;

/// <summary>Who has acknowledged one version of a policy as at a moment, and who has not and why: what an inspector is shown.</summary>
/// <param name="Version">The first letters of the text's hash, as in the register.</param>
/// <param name="People">Everybody who is or was on the roster by that day, each with exactly one state, by name.</param>
/// <param name="Understanding">For each clause asked about, in the policy's order, by those who have not left.</param>
/// <param name="Head">Where the register stood; its check value proves what this says.</param>
internal sealed record PolicyReport(
    Policy Policy, string Version, DateTimeOffset AsAt, IReadOnlyList<PersonLine> People, IReadOnlyList<ClauseLine> Understanding, RegisterHead Head)
{
    /// <summary>The wordings that were confirmed, the most frequent first.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>How the text came to be what it is: what the manager said of each change.</summary>
    public IReadOnlyList<TextChange> Changes { get; init; } = [];

    /// <summary>The bot has a newer text, and the manager has not said yet what it is.</summary>
    public bool IsNewTextUndecided { get; init; }

    public int CountOf(PersonState state) => People.Count(line => line.State == state);

    /// <summary>Who has acknowledged or still is to: neither exempt nor gone.</summary>
    public int Expected => People.Count(line => line.State is not (PersonState.Exempt or PersonState.Left));
}

/// <param name="Since">When it came to this state; null where nothing is written down of it.</param>
/// <param name="Reason">Why they are exempt, cannot be reached, or signed on paper, in plain words; null where there is nothing to say.</param>
internal sealed record PersonLine(StaffMember Person, PersonState State, DateTimeOffset? Since, string? Reason)
{
    /// <summary>What the manager can do next; null where nothing is to be done.</summary>
    public string? NextStep { get; init; }

    /// <summary>The number on the receipt; null where there is none.</summary>
    public string? Receipt { get; init; }

    public DateTimeOffset? AskedAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>As far as Teams says: where somebody has read receipts off, nobody knows.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public int Reminders { get; init; }
}

/// <summary>How well a clause was understood by those who were asked about it.</summary>
internal sealed record ClauseLine(Clause Clause, int Asked, int RightAtOnce, int RightInTheEnd);
