namespace PolicyBot.Acknowledgements.People;

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
