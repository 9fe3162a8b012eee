namespace PolicyBot.Acknowledgements.People;

/// <param name="Until">The last day of the leave; null while nobody knows it.</param>
internal readonly record struct Leave(DateOnly From, DateOnly? Until)
{
    public bool Covers(DateOnly day) => From <= day && (Until is not { } until || day <= until);
}
