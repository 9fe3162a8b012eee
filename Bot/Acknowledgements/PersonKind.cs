namespace PolicyBot.Acknowledgements;

internal enum PersonKind
{
    Staff,
    Agency,
    Volunteer,
    Student,
    Governor,
}
