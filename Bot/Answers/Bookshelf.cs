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
    /// <summary>What stands in one example alone teaches little and fills most of the memory. Clauses count twice: their words are few.</summary>
    private const int SeenOften = 2;

    private static readonly string[] PolicyFiles = ["examples.yaml", "words.yaml", "answers.yaml"];
    private static readonly string[] EverydayFiles = [.. PolicyFiles, "concerns.yaml", "alarms.yaml", "language.yaml", "names.yaml"];

    private readonly List<Mistake> _mistakes = [];
    private readonly IReadOnlyDictionary<string, AuthoredEntry> _files;
    private readonly Lexicon _lexicon = new();
    private readonly Vocabulary _vocabulary = new();
    private readonly Shorthand _shorthand;
    private readonly IReadOnlyList<Policy> _policies;
    private readonly List<KnowledgeBook> _books = [];
    private readonly List<(string Text, Concern Concern)> _concerns = [];
    private IReadOnlyList<Alarm> _alarms = [];
    private KnowledgeBook _everyday = new([], [], [], null);

    private Bookshelf(IReadOnlyList<Policy> policies)
    {
        _policies = policies;
        _files = AuthoredFile.ReadAll(EverydayFiles.Select(file => Path.Combine(EverydayFolder, file))
            .Concat(policies.SelectMany(policy => PolicyFiles.Select(file => Path.Combine(policy.Folder, file)))), _mistakes);
        _shorthand = Shorthand.From(Open(EverydayFolder, "language.yaml"), Open(EverydayFolder, "names.yaml"));
    }

    public static string EverydayFolder => Path.Combine(AppContext.BaseDirectory, "Answers", "Everyday");

    /// <returns>The engine, and what is wrong in the authored files: an engine with mistakes is not to be used.</returns>
    public static (AnswerEngine Engine, IReadOnlyList<Mistake> Mistakes) Build(IReadOnlyList<Policy> policies)
    {
        var shelf = Read(policies);
        return (shelf.Teach(_ => true), shelf._mistakes);
    }

    public IReadOnlyList<Mistake> Mistakes => _mistakes;

    public KnowledgeBook Everyday => _everyday;

    public IReadOnlyList<KnowledgeBook> Books => _books;

    public IReadOnlyList<Alarm> Alarms => _alarms;

    public IReadOnlyList<string> Concepts => _lexicon.Concepts;

    /// <summary>Every line the bot is told, of every policy and of none.</summary>
    public IEnumerable<string> AllExamples =>
        _books.Append(_everyday).SelectMany(book => book.Examples).Select(example => example.Text).Concat(_concerns.Select(line => line.Text));

    public static Bookshelf Read(IReadOnlyList<Policy> policies)
    {
        var shelf = new Bookshelf(policies);
        foreach (var folder in policies.Select(policy => policy.Folder).Prepend(EverydayFolder))
            WordsFile.Read(shelf.Open(folder, "words.yaml"), shelf._shorthand, shelf._lexicon, shelf._vocabulary);

        shelf._everyday = shelf.ReadBook(EverydayFolder, null);
        shelf._books.AddRange(policies.Select(policy => shelf.ReadBook(policy.Folder, policy)));
        shelf._alarms = Alarm.Read(shelf.Open(EverydayFolder, "alarms.yaml"), shelf._lexicon);
        shelf.ReadConcerns();
        return shelf;
    }

    /// <summary>How people abbreviate, whatever they speak of.</summary>
    public static Shorthand EverydayShorthand() => new Bookshelf([])._shorthand;

    /// <summary>An engine that was told only those of the authored lines that are to be told.</summary>
    public AnswerEngine Teach(Func<string, bool> isTold)
    {
        var concerns = _concerns.FindAll(line => isTold(line.Text));
        var (everyday, books) = (Told(_everyday, isTold), _books.ConvertAll(book => Told(book, isTold)));
        var reader = new Reader(_shorthand, _lexicon, new Spelling(_vocabulary));
        var messages = AllTexts(_policies, [.. books.Prepend(everyday)], concerns).Distinct().AsParallel().AsOrdered()
            .Select(text => (Text: text, Features: Features.Of(reader.Read(text)))).ToList();
        var clauses = _policies.SelectMany(policy => policy.Clauses).Select(clause => Features.Of(reader.Read(ClauseSearch.TextOf(clause))));
        var space = new FeatureSpace(messages.Select(message => message.Features).Concat(clauses), SeenOften);
        var vectors = messages.AsParallel().Select(message => (message.Text, Vector: space.Vector(message.Features)))
            .ToDictionary(message => message.Text, message => message.Vector);
        var experts = _policies.Zip(books, (policy, book) => new PolicyExpert(policy, book, everyday, text => vectors[text], space)).ToList();
        var ear = Ear(_alarms, concerns, [.. books.Prepend(everyday)], vectors, space, NamedIn());
        return new AnswerEngine(reader, space, ear, experts);
    }

    private static KnowledgeBook Told(KnowledgeBook book, Func<string, bool> isTold) =>
        book with { Examples = [.. book.Examples.Where(example => isTold(example.Text))] };

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

    private void ReadConcerns()
    {
        _concerns.AddRange(Open(EverydayFolder, "concerns.yaml").Entries().SelectMany(pair => pair.Entry.Items()
            .Select(item => (item.Value ?? "", Alarm.ConcernOf(pair.Key, pair.Entry)))));
        _concerns.ForEach(line => Learn(line.Text));
    }

    private static SafeguardingEar Ear(IReadOnlyList<Alarm> alarms, List<(string Text, Concern Concern)> concerns,
        IReadOnlyList<KnowledgeBook> books, Dictionary<string, SparseVector> vectors, FeatureSpace space, (Policy, Clause)? namedIn)
    {
        var worries = concerns.Select(line => (vectors[line.Text], (int)line.Concern)).ToList();
        var calm = books.SelectMany(book => book.Examples).Select(example => (vectors[example.Text], SafeguardingEar.Calm));
        return new SafeguardingEar(alarms,
            new TopicClassifier([.. worries.Select(worry => (worry.Item1, SafeguardingEar.Worry)), .. calm], 2, space, settled: 1),
            new TopicClassifier(worries, Enum.GetValues<Concern>().Length, space), namedIn);
    }

    private (Policy, Clause)? NamedIn()
    {
        var at = _books.FindIndex(book => book.SafeguardingClause is not null);
        return at < 0 ? null : (_policies[at], _books[at].SafeguardingClause!);
    }

    private void Learn(string text) => _shorthand.Expand(Tokens.Of(text)).ForEach(word => _vocabulary.Add(word));

    private AuthoredEntry Open(string folder, string file) => _files[Path.Combine(folder, file)];
}
