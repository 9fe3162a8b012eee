using System.Text.Json;

namespace PolicyBot.Acknowledgements.Register;

/// <summary>Goes through a register from its first entry to its last and says, in a sentence each, what was tampered with.</summary>
internal sealed class ChainCheck
{
    /// <summary>After a break everything that follows would be one; more faults than these tell nobody more.</summary>
    private const int MostFaults = 20;

    private readonly List<string> _faults = [];
    private readonly SortedSet<long> _erased = [];
    private RegisterHead _head = RegisterHead.Empty;

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>As far as it has been gone through.</summary>
    public RegisterHead Head => _head;

    public void Take(RegisterEntry entry)
    {
        if (entry.Number != _head.Count + 1)
            Complain(entry.Number <= _head.Count ? $"Entry {entry.Number} stands after entry {_head.Count}: it is out of its place or there twice."
                : entry.Number == _head.Count + 2 ? $"Entry {_head.Count + 1} is missing."
                : $"Entries {_head.Count + 1} to {entry.Number - 1} are missing.");
        if (!RegisterChain.HashOf(entry, _head.Hash).AsSpan().SequenceEqual(entry.Hash))
            Complain($"Entry {entry.Number} is not what was written, or what stands before it is not.");

        CheckContent(entry);
        _head = new RegisterHead(entry.Number, entry.Hash);
    }

    /// <param name="written">The end as it was written beside the entries.</param>
    public void End(RegisterHead written)
    {
        if (written.Count != _head.Count)
            Complain($"The register should end with entry {written.Count}, and ends with entry {_head.Count}.");
        else if (!written.Hash.AsSpan().SequenceEqual(_head.Hash))
            Complain($"The register ends with entry {_head.Count}, which is not the one that was written last.");

        foreach (var number in _erased)
            Complain($"Entry {number} has lost who and what it is about, and no entry says that it was erased.");
    }

    private void CheckContent(RegisterEntry entry)
    {
        if (entry.IsErased)
            _erased.Add(entry.Number);
        else if (entry is not { Salt: { } salt, Detail: { } detail } || !RegisterChain.DigestOf(salt, entry.Person, detail).AsSpan().SequenceEqual(entry.Digest))
            Complain($"Entry {entry.Number}: who or what it is about is not what was written.");
        else if (entry.Kind == "erased" && JsonSerializer.Deserialize(detail, RegisterJson.Default.RegisterEvent) is RegisterEvent.Erased erased)
            _erased.ExceptWith(erased.Entries);
    }

    private void Complain(string fault)
    {
        if (_faults.Count < MostFaults)
            _faults.Add(fault);
    }
}
