namespace PolicyBot.Acknowledgements.People;

/// <summary>How a person stands to the club on a day.</summary>
internal enum Standing
{
    NotYet,
    Working,
    OnLeave,
    Left,
}
