namespace PolicyBot.Acknowledgements.People;

/// <summary>The people of a group in the school's directory; there is none where the bot has no way into the directory.</summary>
internal interface IDirectoryGroup : IPeopleSource
{
    /// <summary>The id of the group that the settings name; null where they name none.</summary>
    string? Standard { get; }
}
