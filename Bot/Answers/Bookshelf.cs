using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Learning;
using PolicyBot.Answers.Reading;
using PolicyBot.Policies;

namespace PolicyBot.Answers;

/// <summary>
/// What is written beside the policies, and what every bot knows. The order of reading matters: words before rules that
/// name them, topics before examples of them.
/// </summary>
internal sealed class Bookshelf
{
    private static readonly string[] EverydayRuleFiles = ["answers.yaml", "alarms.yaml", "language.yaml", "names.yaml", "kinds.yaml"];
    private static readonly string[] EverydayTaughtFiles = ["words.yaml", "examples.yaml", "concerns.yaml", ReplyEar.FileName];

    private readonly List<Mistake> _mistakes = [];
    private readonly IReadOnlyDictionary<string, AuthoredEntry> _files;
    private readonly Lexicon _lexicon;
    private readonly Vocabulary _vocabulary = new();
    private readonly Shorthand _shorthand;
    private readonly Kinds _kinds;
    private readonly List<KnowledgeBook> _books = [];
    private readonly List<(string Text, Concern Concern)> _concerns = [];

    /// <param name="onlyRules">Words and lines are not read: what they teach is learnt.</param>
    /// <param name="lexicon">The words learnt, or an empty one to learn them.</param>
    private Bookshelf(IReadOnlyList<Policy> policies, bool onlyRules, Lexicon lexicon)
    {
        (Policies, _lexicon) = (policies, lexicon);
        _files = AuthoredFile.ReadAll(onlyRules ? RuleFilesOf(policies) : FilesOf(policies), _mistakes);
        _shorthand = Shorthand.From(Open(EverydayFolder, "language.yaml"), Open(EverydayFolder, "names.yaml"));
        _kinds = Kinds.From(Open(EverydayFolder, "kinds.yaml"));
        foreach (var word in _kinds.Words.Concat(_shorthand.Words))
            _vocabulary.Add(word, Vocabulary.Often);

        foreach (var folder in policies.Select(policy => policy.Folder).Prepend(EverydayFolder))
            WordsFile.Read(OpenIfRead(Path.Combine(folder, "words.yaml")), _shorthand, _lexicon, _vocabulary);

        Everyday = ReadBook(EverydayFolder, null);
        _books.AddRange(policies.Select(policy => ReadBook(policy.Folder, policy)));
        Alarms = Alarm.Read(Open(EverydayFolder, "alarms.yaml"), _lexicon);
        ReadConcerns();
        Replies = [.. OpenIfRead(Path.Combine(EverydayFolder, ReplyEar.FileName)).Knowing("calm", "worry").Entries()
            .SelectMany(pair => pair.Entry.Items(), (pair, item) => (item.Value ?? "", pair.Key == "worry"))];
    }

    public static string EverydayFolder => Path.Combine(AppContext.BaseDirectory, "Answers", "Everyday");

    public IReadOnlyList<Policy> Policies { get; }

    public IReadOnlyList<Mistake> Mistakes => _mistakes;

    public KnowledgeBook Everyday { get; }

    public IReadOnlyList<KnowledgeBook> Books => _books;

    public IReadOnlyList<Alarm> Alarms { get; }

    public IReadOnlyList<(string Text, Concern Concern)> Concerns => _concerns;

    /// <summary>Short replies to some question, and whether each is a worry.</summary>
    public IReadOnlyList<(string Text, bool IsWorry)> Replies { get; }

    public IReadOnlyList<string> Concepts => _lexicon.Concepts;

    /// <summary>Every line the bot is told, of every policy and of none.</summary>
    public IEnumerable<string> AllExamples =>
        _books.Append(Everyday).SelectMany(book => book.Examples).Select(example => example.Text).Concat(_concerns.Select(line => line.Text));

    /// <param name="keptIn">Where what was learnt is kept between starts; null to learn and keep nothing.</param>
    /// <returns>The engine, and what is wrong in the authored files: an engine with mistakes is not to be used.</returns>
    public static (AnswerEngine Engine, IReadOnlyList<Mistake> Mistakes) Build(IReadOnlyList<Policy> policies, string? keptIn = null)
    {
        var texts = policies.Select(policy => Path.Combine(policy.Folder, PolicyFile.Name));
        var learning = keptIn is null ? null : new KeptLearning(keptIn, FilesOf(policies).Concat(texts));
        if (learning?.Find() is { } found)
            return (new Bookshelf(policies, onlyRules: true, found.Lexicon).EngineFrom(found), []);

        var shelf = Read(policies);
        var learnt = shelf.Learn(_ => true);
        if (shelf.Mistakes.Count == 0)
            learning?.Keep(learnt);

        return (shelf.EngineFrom(learnt), shelf.Mistakes);
    }

    public static Bookshelf Read(IReadOnlyList<Policy> policies) => new(policies, onlyRules: false, new Lexicon());

    /// <summary>A reader of what people write whatever they speak of: no policy's concepts, and the spelling of the words given.</summary>
    public static Reader EverydayReader(Vocabulary vocabulary)
    {
        var shelf = new Bookshelf([], onlyRules: true, new Lexicon());
        return new Reader(shelf._shorthand, new Lexicon(), shelf._kinds, new Spelling(vocabulary));
    }

    /// <summary>An engine that was told only those of the authored lines that are to be told.</summary>
    public AnswerEngine Teach(Func<string, bool> isTold) => EngineFrom(Learn(isTold));

    private Learnt Learn(Func<string, bool> isTold) => new Lesson(this, ReaderKnowing(_vocabulary), _vocabulary, isTold).Learn();

    private AnswerEngine EngineFrom(Learnt learnt)
    {
        var reader = ReaderKnowing(learnt.Vocabulary);
        var search = new ClauseSearch(Policies, text => learnt.Space.Vector(Features.Of(reader.Read(text))), learnt.Space);
        var experts = LearntBooks().Zip(learnt.Policies, (pair, memory) => new PolicyExpert(pair.Policy, pair.Book, Everyday, memory));
        return new AnswerEngine(reader, learnt.Space, new SafeguardingEar(Alarms, NamedIn()), learnt.Replies, new PolicyExperts([.. experts], search));
    }

    /// <summary>The policies with topics of their own; where none has any, what every bot knows stands alone.</summary>
    public IReadOnlyList<(Policy? Policy, KnowledgeBook Book)> LearntBooks()
    {
        var own = Policies.Zip(_books, (policy, book) => ((Policy?)policy, book)).Where(pair => pair.book.Topics.Count > 0).ToList();
        return own.Count > 0 ? own : [(null, new KnowledgeBook([], [], [], null))];
    }

    private Reader ReaderKnowing(Vocabulary vocabulary) => new(_shorthand, _lexicon, _kinds, new Spelling(vocabulary));

    private KnowledgeBook ReadBook(string folder, Policy? policy)
    {
        var file = Open(folder, "answers.yaml");
        var answers = new AnswersFile(policy, _lexicon);
        var topics = answers.Topics(file);
        var examples = LineFilesIn(folder).SelectMany(path => ExamplesFile.Read(OpenIfRead(path), topics)).ToList();
        foreach (var example in examples)
            Hear(example.Text);

        return new KnowledgeBook(topics, examples, answers.Barriers(file, topics), answers.SafeguardingClause(file));
    }

    private void ReadConcerns()
    {
        _concerns.AddRange(OpenIfRead(Path.Combine(EverydayFolder, "concerns.yaml")).Entries().SelectMany(pair => pair.Entry.Items()
            .Select(item => (item.Value ?? "", Alarm.ConcernOf(pair.Key, pair.Entry)))));
        _concerns.ForEach(line => Hear(line.Text));
    }

    private (Policy, Clause)? NamedIn()
    {
        var at = _books.FindIndex(book => book.SafeguardingClause is not null);
        return at < 0 ? null : (Policies[at], _books[at].SafeguardingClause!);
    }

    private void Hear(string text) => _shorthand.Expand(Tokens.Of(text)).ForEach(word => _vocabulary.Add(word));

    private static IEnumerable<string> RuleFilesOf(IReadOnlyList<Policy> policies) =>
        EverydayRuleFiles.Select(file => Path.Combine(EverydayFolder, file))
            .Concat(policies.Select(policy => Path.Combine(policy.Folder, "answers.yaml")));

    private static IEnumerable<string> FilesOf(IReadOnlyList<Policy> policies) =>
        RuleFilesOf(policies).Concat(EverydayTaughtFiles.Select(file => Path.Combine(EverydayFolder, file)))
            .Concat(policies.SelectMany(policy => LineFilesIn(policy.Folder).Prepend(Path.Combine(policy.Folder, "words.yaml"))));

    /// <summary>examples.yaml, and a folder of such files where there are many lines.</summary>
    private static IEnumerable<string> LineFilesIn(string folder) =>
        Directory.Exists(Path.Combine(folder, "examples"))
            ? Directory.GetFiles(Path.Combine(folder, "examples"), "*.yaml").Order(StringComparer.Ordinal).Prepend(Path.Combine(folder, "examples.yaml"))
            : [Path.Combine(folder, "examples.yaml")];

    private AuthoredEntry Open(string folder, string file) => _files[Path.Combine(folder, file)];

    private AuthoredEntry OpenIfRead(string path) => _files.TryGetValue(path, out var file) ? file : AuthoredFile.Nothing;
}
