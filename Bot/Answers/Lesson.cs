using PolicyBot.Answers.Knowledge;
using PolicyBot.Answers.Learning;
using PolicyBot.Answers.Reading;

namespace PolicyBot.Answers;

/// <summary>Learns from the lines on a shelf. The same lines teach the same, on every machine.</summary>
/// <param name="isTold">Which lines are to be told.</param>
internal sealed class Lesson(Bookshelf shelf, Reader reader, Vocabulary vocabulary, Func<string, bool> isTold)
{
    /// <summary>What stands in fewer examples teaches little and fills most of the memory.</summary>
    private const int SeenOften = 8;

    /// <summary>A policy with fewer examples keeps all that they hold.</summary>
    private const int Many = 2_000;

    private readonly List<(string Text, Concern Concern)> _concerns = [.. shelf.Concerns.Where(line => isTold(line.Text))];
    private readonly KnowledgeBook _everyday = Told(shelf.Everyday, isTold);
    private readonly List<KnowledgeBook> _books = [.. shelf.LearntBooks().Select(pair => Told(pair.Book, isTold))];

    public Learnt Learn()
    {
        var messages = AllTexts().Distinct().AsParallel().AsOrdered()
            .Select(text => (Text: text, Features: Features.Of(reader.Read(text)))).ToList();
        var few = shelf.Policies.SelectMany(policy => policy.Clauses).Select(clause => clause.Whole)
            .Concat(_books.Where(book => book.Examples.Count < Many).SelectMany(book => book.Examples).Select(example => example.Text))
            .Select(text => Features.Of(reader.Read(text))).ToList();
        var counted = messages.Select(message => message.Features).Concat(Enumerable.Repeat(few, SeenOften).SelectMany(each => each));
        var space = new FeatureSpace(counted, SeenOften);
        var vectors = messages.AsParallel().Select(message => (message.Text, Vector: space.Vector(message.Features)))
            .ToDictionary(message => message.Text, message => message.Vector);
        var worries = _concerns.Select(line => (line.Text, IsWorry: true));
        var replies = ReplyEar.Train([.. shelf.Replies.Where(line => isTold(line.Text)).Concat(worries).Select(line => (reader.Read(line.Text), line.IsWorry))]);
        return new Learnt(reader.Lexicon, vocabulary, space, replies, _books.ConvertAll(book => LearnTopics(book, vectors, space)));
    }

    /// <summary>The labels are the rules of the policy's own topics, then of those every bot knows, then the concerns.</summary>
    private TopicMemory LearnTopics(KnowledgeBook book, Dictionary<string, SparseVector> vectors, FeatureSpace space)
    {
        var labels = new Labels(book.Topics.Concat(_everyday.Topics));
        var questions = book.Examples.Concat(_everyday.Examples.Where(example => IsToldBeside(book, example)))
            .Select(example => (Message: example.Text, Label: labels.Of(example.Topic, example.Rule))).ToList();
        var worries = _concerns.Select(line => (Message: line.Text, Label: labels.Count + (int)line.Concern));
        var asked = questions.GroupBy(question => question.Label).ToDictionary(group => group.Key, group => group.First().Message);
        return new TopicMemory(
            TopicClassifier.Train([.. questions.Concat(worries).Select(line => (vectors[line.Message], line.Label))],
                labels.Count + Enum.GetValues<Concern>().Length, space),
            [.. Enumerable.Range(0, labels.Count).Select(label => asked.GetValueOrDefault(label, ""))]);
    }

    /// <summary>What is ordinary is told by a policy's own lines, where it has many.</summary>
    private static bool IsToldBeside(KnowledgeBook book, Example everyday) =>
        book.Examples.Count < Many || everyday.Topic.Subject is not Subject.Unknown;

    private IEnumerable<string> AllTexts() =>
        _concerns.Select(line => line.Text).Concat(_books.Prepend(_everyday).SelectMany(book => book.Examples).Select(example => example.Text));

    private static KnowledgeBook Told(KnowledgeBook book, Func<string, bool> isTold) =>
        book with { Examples = [.. book.Examples.Where(example => isTold(example.Text))] };
}
