using PolicyBot.Acknowledgements.Register;

namespace PolicyBot.Acknowledgements.Versions;

/// <summary>What the manager said a new text is: a correction, which voids nothing, or another meaning, which is asked about.</summary>
/// <param name="Number">From 1, of this policy.</param>
/// <param name="From">The version that was in force before.</param>
/// <param name="Clauses">What is asked about, by id; a clause that is gone is among them. Of a correction, none.</param>
internal sealed record TextChange(
    string Policy, int Number, string From, string To, bool IsCorrection, IReadOnlyList<string> Clauses, string By, string Reason, DateTimeOffset At)
{
    /// <summary>As the register keeps it.</summary>
    public RegisterRecord Entry => new(null, Policy, To, IsCorrection ? new RegisterEvent.TextCorrected(From, By, Reason) : new RegisterEvent.TextChanged(From, Clauses, By, Reason), At);
}
