namespace PolicyBot.Storage.Rows;

/// <summary>A question passed on to the manager, and the answer once there is one.</summary>
internal sealed class QuestionRow
{
    public required string Id { get; init; }

    public required string Text { get; init; }

    /// <summary>Null where somebody asked without a name.</summary>
    public string? Asker { get; init; }

    public required string Conversation { get; init; }

    public string? Policy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public string? Answer { get; set; }

    public string? Clause { get; set; }

    public string? AnsweredBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public bool IsPrecedent { get; set; }
}
