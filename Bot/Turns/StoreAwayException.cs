namespace PolicyBot.Turns;

/// <summary>The database cannot be reached or cannot write just now. Nothing was changed, or the change will be found done.</summary>
internal sealed class StoreAwayException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>It comes up: nothing was done yet, and whoever has time can try again.</summary>
    public bool IsBeingPrepared { get; init; }
}
