namespace PolicyBot.Storage.Rows;

/// <summary>A turn that changed something, under the activity's id or the button's nonce, and what it was answered with.</summary>
internal sealed class HeardRow
{
    public required string Key { get; init; }

    /// <summary>Empty where it was heard so long ago that the answer is no longer kept.</summary>
    public required string Answer { get; init; }

    public required DateTimeOffset Until { get; init; }
}
