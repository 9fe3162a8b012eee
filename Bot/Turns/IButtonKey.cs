namespace PolicyBot.Turns;

/// <summary>The secret of this installation under which buttons are sealed: one for all replicas, made with the database.</summary>
internal interface IButtonKey
{
    /// <summary>Null until there has been a database.</summary>
    byte[]? Current { get; }

    /// <exception cref="StoreAwayException">There is no database just now.</exception>
    ValueTask<byte[]> ReadAsync();
}
