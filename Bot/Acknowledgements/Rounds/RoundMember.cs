namespace PolicyBot.Acknowledgements.Rounds;

internal enum MemberState
{
    /// <summary>To be asked or reminded.</summary>
    Open,
    Acknowledged,
    WantsToTalk,
    Exempt,
    Left,
    NotReachable,
}

/// <summary>How far a round has come with one person.</summary>
/// <param name="Issued">From which day on the person is to be asked: the round's, or a joiner's first.</param>
internal sealed record RoundMember(string Round, string Person, DateOnly Issued)
{
    public MemberState State { get; init; }

    /// <summary>The steps that went out, the earliest first.</summary>
    public IReadOnlyList<SentStep> Sent { get; init; } = [];

    /// <summary>Messages promised, those that could not be delivered among them: each has a key of its own.</summary>
    public int Messages { get; init; }

    /// <summary>When there is something to do next; null where there is nothing.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When the last message that arrived was seen, as far as the channel says: a hint, by which nothing is decided.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Why they cannot be reached.</summary>
    public string? Reason { get; init; }
}

/// <summary>Names one message of a round in the outbox, so that it is promised once and its delivery finds its way back.</summary>
internal sealed record RoundKey(string Round, string Person, LadderStep Step, int Message)
{
    public const string Prefix = "round/";

    /// <summary>What the outbox shows the progress of.</summary>
    public static string CampaignOf(string round) => Prefix + round;

    public static RoundKey? Parse(string? text) =>
        text?.Split('/') is ["round", var round, var person, var step, var number] && LadderStep.TryParse(step, out var parsed) && int.TryParse(number, out var message)
            ? new RoundKey(round, person, parsed, message)
            : null;

    public override string ToString() => $"{Prefix}{Round}/{Person}/{Step}/{Message}";
}
