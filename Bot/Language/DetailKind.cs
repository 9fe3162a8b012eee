namespace PolicyBot.Language;

/// <summary>What of a person can be taken out of a text, and the words that stand there instead.</summary>
internal enum DetailKind
{
    Name,
    PhoneNumber,
    Email,
    Address,
    BirthDate,
    Date,
    Username,
    Link,
    Number,
}

internal static class DetailWords
{
    public static string For(DetailKind kind) => kind switch
    {
        DetailKind.Name => "[name]",
        DetailKind.PhoneNumber => "[phone number]",
        DetailKind.Email => "[email]",
        DetailKind.Address => "[address]",
        DetailKind.BirthDate => "[date of birth]",
        DetailKind.Date => "[date]",
        DetailKind.Username => "[username]",
        DetailKind.Link => "[link]",
        _ => "[number]",
    };
}
