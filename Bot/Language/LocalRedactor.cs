using PolicyBot.Language.Details;
using PolicyBot.Language.Names;

namespace PolicyBot.Language;

/// <summary>
/// Takes names and contact details out of a text with nothing but rules and lists. The same text always gives the same,
/// and any number of threads may ask at once.
/// </summary>
internal sealed class LocalRedactor(NameBook book)
{
    private readonly NameFinder _names = new(book);
    private readonly Usernames _usernames = new(book);
    private readonly Addresses _addresses = new(book);

    public Redacted Redact(string text) => Mark(text).Write();

    public Marks Mark(string text)
    {
        var marks = new Marks(text);
        Emails.Mark(marks);
        Links.Mark(marks);
        Dates.Mark(marks);
        PhoneNumbers.Mark(marks);
        _addresses.Mark(marks);
        _usernames.Mark(marks);
        _names.Mark(marks);
        return marks;
    }

    /// <summary>"mum", "the Manager", "mrs": whoever is called so is not named.</summary>
    public bool IsNobody(ReadOnlySpan<char> words) => _names.IsNobody(words);
}
