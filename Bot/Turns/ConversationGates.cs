namespace PolicyBot.Turns;

/// <summary>
/// One turn at a time for each conversation in this process: turns that would race for the same state queue instead.
/// Between processes the state's version decides.
/// </summary>
internal sealed class ConversationGates
{
    private readonly Dictionary<ConversationKey, Gate> _gates = [];

    public async ValueTask<IDisposable> EnterAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        var gate = Queue(key);
        try
        {
            await gate.Open.WaitAsync(cancellationToken);
            return new Visit(this, key, gate);
        }
        catch (OperationCanceledException)
        {
            Leave(key, gate);
            throw;
        }
    }

    private Gate Queue(ConversationKey key)
    {
        lock (_gates)
        {
            if (!_gates.TryGetValue(key, out var gate))
                _gates[key] = gate = new Gate();

            gate.Visitors++;
            return gate;
        }
    }

    private void Leave(ConversationKey key, Gate gate)
    {
        lock (_gates)
        {
            if (--gate.Visitors == 0)
                _gates.Remove(key);
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Open { get; } = new(1);

        public int Visitors { get; set; }
    }

    private sealed class Visit(ConversationGates gates, ConversationKey key, Gate gate) : IDisposable
    {
        public void Dispose()
        {
            gate.Open.Release();
            gates.Leave(key, gate);
        }
    }
}
