using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Learning;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers;

/// <summary>
/// Reads what is written beside the policies, and what every bot knows, and makes an engine of it. The order matters:
/// words before rules that name them, topics before examples of them, all examples before the spelling.
/// </summary>
internal sealed class Bookshelf
{
    private readonly List<Mistake> _mistakes = [];
    private readonly Lexicon _lexicon = new();
    private readonly Vocabulary _vocabulary = new();
    private readonly Shorthand _shorthand;
    private readonly string _everyday;

    private Bookshelf(string everyday) => (_everyday, _shorthand) = (everyday, Shorthand.From(Open(everyday, "language.yaml")));

    public static string Everyday => Path.Combine(AppContext.BaseDirectory, "Answers", "Everyday");

    /// <returns>The engine, and what is wrong in the authored files: an engine with mistakes is not to be used.</returns>
    public static (AnswerEngine Engine, IReadOnlyList<Mistake> Mistakes) Build(IReadOnlyList<Policy> policies)
    {
        var shelf = new Bookshelf(Everyday);
        return (shelf.Build(policies.ToList()), shelf._mistakes);
    }

    /// <summary>How people abbreviate, whatever they speak of.</summary>
    public static Shorthand EverydayShorthand() => new Bookshelf(Everyday)._shorthand;

    private AnswerEngine Build(List<Policy> policies)
    {
        foreach (var folder in policies.Select(policy => policy.Folder).Prepend(_everyday))
            WordsFile.Read(Open(folder, "words.yaml"), _shorthand, _lexicon, _vocabulary);

        var everyday = ReadBook(_everyday, null);
        var books = policies.ConvertAll(policy => ReadBook(policy.Folder, policy));
        var alarms = Alarm.Read(Open(_everyday, "alarms.yaml"), _lexicon);
        var concerns = ReadConcerns();
        var reader = new Reader(_shorthand, _lexicon, new Spelling(_vocabulary));
        var messages = AllTexts(policies, [.. books.Prepend(everyday)], concerns).Distinct()
            .ToDictionary(text => text, text => Features.Of(reader.Read(text)));
        var space = new FeatureSpace(messages.Values);
        var vectors = messages.ToDictionary(pair => pair.Key, pair => space.Vector(pair.Value));
        var experts = policies.Zip(books, (policy, book) => new PolicyExpert(policy, book, everyday, text => vectors[text], space)).ToList();
        var ear = Ear(alarms, concerns, [.. books.Prepend(everyday)], vectors, space, NamedIn(policies, books));
        return new AnswerEngine(reader, space, ear, experts);
    }

    private static IEnumerable<string> AllTexts(
        IEnumerable<Policy> policies, IEnumerable<KnowledgeBook> books, IEnumerable<(string Text, Concern Concern)> concerns) =>
        concerns.Select(line => line.Text).Concat(books.SelectMany(book => book.Examples).Select(example => example.Text))
            .Concat(policies.SelectMany(policy => policy.Clauses).Select(ClauseSearch.TextOf));

    private KnowledgeBook ReadBook(string folder, Policy? policy)
    {
        var file = Open(folder, "answers.yaml");
        var answers = new AnswersFile(policy, _lexicon);
        var topics = answers.Topics(file);
        var examples = ExamplesFile.Read(Open(folder, "examples.yaml"), topics);
        foreach (var example in examples)
            Learn(example.Text);

        return new KnowledgeBook(topics, examples, answers.Barriers(file, topics), answers.SafeguardingClause(file));
    }

    private List<(string Text, Concern Concern)> ReadConcerns()
    {
        var lines = Open(_everyday, "concerns.yaml").Entries().SelectMany(pair => pair.Entry.Items()
            .Select(item => (item.Value ?? "", Alarm.ConcernOf(pair.Key, pair.Entry)))).ToList();
        lines.ForEach(line => Learn(line.Item1));
        return lines;
    }

    private static SafeguardingEar Ear(IReadOnlyList<Alarm> alarms, List<(string Text, Concern Concern)> concerns,
        IReadOnlyList<KnowledgeBook> books, Dictionary<string, SparseVector> vectors, FeatureSpace space, (Policy, Clause)? namedIn)
    {
        var worries = concerns.Select(line => (vectors[line.Text], (int)line.Concern)).ToList();
        var calm = books.SelectMany(book => book.Examples).Select(example => (vectors[example.Text], SafeguardingEar.Calm));
        return new SafeguardingEar(alarms,
            new TopicClassifier([.. worries.Select(worry => (worry.Item1, SafeguardingEar.Worry)), .. calm], 2, space),
            new TopicClassifier(worries, Enum.GetValues<Concern>().Length, space), namedIn);
    }

    private static (Policy, Clause)? NamedIn(List<Policy> policies, List<KnowledgeBook> books)
    {
        var at = books.FindIndex(book => book.SafeguardingClause is not null);
        return at < 0 ? null : (policies[at], books[at].SafeguardingClause!);
    }

    private void Learn(string text) => _shorthand.Expand(Tokens.Of(text)).ForEach(word => _vocabulary.Add(word));

    private AuthoredEntry Open(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? AuthoredFile.Read(path, _mistakes) : AuthoredFile.Read(path, TextReader.Null, 1, _mistakes);
    }
}
