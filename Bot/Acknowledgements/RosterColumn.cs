namespace PolicyBot.Acknowledgements;

internal enum RosterColumn
{
    Name,
    Id,
    Email,
    Kind,
    Starts,
    Ends,
    Leave,
    Days,
    Hours,
}
