namespace PolicyBot.Storage.Rows;

/// <summary>One review of one policy.</summary>
internal sealed class ReviewRow
{
    public required string Policy { get; init; }

    public required DateOnly Due { get; init; }

    public int Version { get; set; }

    public required string Key { get; init; }

    public DateOnly? FirstPrompted { get; set; }

    public DateOnly? LastPrompted { get; set; }

    public int Prompts { get; set; }

    public DateOnly? LaterOn { get; set; }

    public string? Owner { get; set; }

    public string? OwnerName { get; set; }

    public DateOnly? HeadTold { get; set; }

    public DateOnly? ChairTold { get; set; }

    /// <summary>Null until it is done; then all that follows but <see cref="Next"/> is there.</summary>
    public bool? IsChanged { get; set; }

    public string? ApprovedBy { get; set; }

    public DateOnly? ApprovedOn { get; set; }

    public DateOnly? Next { get; set; }

    public string? DoneBy { get; set; }

    public DateTimeOffset? DoneAt { get; set; }
}
