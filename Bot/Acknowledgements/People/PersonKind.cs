namespace PolicyBot.Acknowledgements.People;

internal enum PersonKind
{
    Staff,
    Agency,
    Volunteer,
    Student,
    Governor,
}
