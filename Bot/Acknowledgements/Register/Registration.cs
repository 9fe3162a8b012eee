using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Register;

/// <summary>Whom the channel vouches for.</summary>
internal sealed record Signer(string Person, string Name);

/// <summary>Entries that are made together, in this order.</summary>
internal sealed record Registrations(IReadOnlyList<RegisterRecord> Records);

/// <summary>What of that which happened goes into the register, and the receipt that stands: a version is confirmed once.</summary>
/// <param name="Receipt">Of this confirmation or of the one before; null where there is neither.</param>
/// <param name="Before">When it was confirmed before.</param>
internal sealed record Registration(IReadOnlyList<RegisterRecord> Records, RegisterEvent.Acknowledged? Receipt, DateTimeOffset? Before)
{
    /// <param name="theirs">What stands about the person already; who was corrected may confirm again.</param>
    /// <param name="same">The versions whose confirmation counts for the policy's text: it, and those it only corrects.</param>
    /// <param name="round">The round that is open; in each the text is confirmed anew.</param>
    public static Registration Of(
        Policy policy, IReadOnlyList<RegisterEvent> events, Signer signer, IReadOnlyList<RegisterEntry> theirs, IReadOnlySet<string> same, string? round, DateTimeOffset now)
    {
        var (item, version) = (policy.Id.Value, RegisterRecord.VersionOf(policy));
        var before = Corrections.Counting(theirs).FirstOrDefault(entry => (entry.Kind, entry.Item) == ("acknowledged", item) && same.Contains(entry.Version)
            && (round is null || (entry.ReadEvent() as RegisterEvent.Acknowledged)?.Round == round));
        List<RegisterEvent> happened = [.. events.Where(each => before is null || each is not RegisterEvent.Acknowledged).Select(each => Signed(each, signer, round, now))];
        return new Registration([.. happened.Select(each => new RegisterRecord(signer.Person, item, version, each, now))],
            before is null ? happened.OfType<RegisterEvent.Acknowledged>().FirstOrDefault() : before.ReadEvent() as RegisterEvent.Acknowledged, before?.At);
    }

    private static RegisterEvent Signed(RegisterEvent happened, Signer signer, string? round, DateTimeOffset now) => happened is RegisterEvent.Acknowledged signed
        ? signed with { Receipt = ReceiptNumber.Of(signer.Person, signed.TextHash, now), Name = signer.Name, Round = round }
        : happened;
}
