namespace PolicyBot.Reviews;

/// <summary>Who the manager is, where no setting says it and a directory does.</summary>
internal interface IManagerSeat
{
    /// <summary>A setting says it, and that counts.</summary>
    bool IsSet { get; }

    /// <param name="entraId">Until another is found.</param>
    void Take(string entraId);
}
