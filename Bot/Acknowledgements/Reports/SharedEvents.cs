using PolicyBot.Acknowledgements.Register;

namespace PolicyBot.Acknowledgements.Reports;

/// <summary>Reads what entries say. Most say word for word what another says, and all of these are one event in memory.</summary>
internal sealed class SharedEvents
{
    private readonly Dictionary<string, RegisterEvent?> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _wordings = new(StringComparer.Ordinal);

    /// <returns>Null where it says nothing about how a person stands to a policy, or was erased.</returns>
    public RegisterEvent? Read(RegisterEntry entry) => entry switch
    {
        { Detail: null } => null,
        { Kind: "asked" or "delivered" or "undeliverable" or "seen" or "opened" or "understood" or "wants-to-talk" } => Shared(entry),
        { Kind: "acknowledged" } => Short(entry.ReadEvent()),
        { Kind: "signed-on-paper" or "exempted" or "corrected" } => entry.ReadEvent(),
        _ => null,
    };

    private RegisterEvent? Shared(RegisterEntry entry)
    {
        if (!_read.TryGetValue(entry.Detail!, out var happened))
            _read.Add(entry.Detail!, happened = entry.ReadEvent());

        return happened;
    }

    /// <summary>The wording is the same for thousands; what the report says of the policy it knows already.</summary>
    private RegisterEvent? Short(RegisterEvent? happened)
    {
        if (happened is not RegisterEvent.Acknowledged signed)
            return happened;

        if (!_wordings.TryGetValue(signed.Statement, out var wording))
            _wordings.Add(signed.Statement, wording = signed.Statement);

        return new RegisterEvent.Acknowledged(signed.Receipt, "", "", wording) { Clauses = signed.Clauses, Earlier = signed.Earlier };
    }
}
