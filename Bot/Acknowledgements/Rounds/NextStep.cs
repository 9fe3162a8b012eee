namespace PolicyBot.Acknowledgements.Rounds;

/// <summary>What the ladder does next for a person.</summary>
internal abstract record NextStep
{
    private NextStep()
    {
    }

    internal sealed record At(LadderStep Step, DateTimeOffset Instant) : NextStep;

    /// <summary>A step is left, and no day can be named for it until somebody does what the reason says.</summary>
    internal sealed record Waiting(LadderStep Step, string Reason) : NextStep;

    internal sealed record Done : NextStep;
}
