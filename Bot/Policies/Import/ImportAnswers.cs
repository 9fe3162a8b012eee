namespace PolicyBot.Policies.Import;

/// <summary>What a person says that the document leaves open, or says twice, by the key of the question.</summary>
internal sealed class ImportAnswers
{
    public const string Title = "title", Club = "club", Adopted = "adopted", ReviewDue = "review-due", SignedBy = "signed-by";

    /// <summary>In answer to a question after a date: the policy names none, and nobody else does.</summary>
    public const string None = "none";

    public static IReadOnlyList<string> Keys { get; } = [Title, Club, Adopted, ReviewDue, SignedBy];

    private readonly Dictionary<string, string> _words;

    private ImportAnswers(Dictionary<string, string> words) => _words = words;

    public static ImportAnswers Nothing { get; } = new([]);

    public string? this[string key] => _words.GetValueOrDefault(key);

    /// <param name="written">Each as key=value.</param>
    /// <returns>The answers, or in a sentence what is wrong with one.</returns>
    public static (ImportAnswers Answers, string? Fault) Parse(IEnumerable<string> written)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var answer in written)
        {
            if (answer.Split('=', 2, StringSplitOptions.TrimEntries) is not [var key, { Length: > 0 } value])
                return (Nothing, $"'{answer}' is no answer. Write the key of the question, = and the answer, such as review-due=\"September 2027\".");
            if (!Keys.Contains(key))
                return (Nothing, $"'{key}' is no question. Its keys: {string.Join(", ", Keys)}.");
            if (key is Adopted or ReviewDue && value != None && !(WrittenDates.TryParse(value, out var date) && date is not null))
                return (Nothing, $"'{value}' is no date I can read. Write it like September 2027, 30 September 2027 or Autumn Term 2027, or {None}.");

            words[key] = value;
        }

        return (new ImportAnswers(words), null);
    }

    /// <returns>Whether the question was answered, and the date; null for "none".</returns>
    public (bool IsGiven, WrittenDate? Date) DateOf(string key)
    {
        WrittenDate? date = null;
        var isGiven = this[key] is { } words && (words == None || WrittenDates.TryParse(words, out date));
        return (isGiven, date);
    }
}
