using PolicyBot.Answers;
using PolicyBot.Answers.Learning;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Answers;

/// <summary>The engine as it ships, built once.</summary>
internal static class ShippedEngine
{
    private static readonly IReadOnlyList<Policy> Policies =
        PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Policies", "Library")).Library.Policies;

    private static readonly Bookshelf Shelf = Bookshelf.Read(Policies);

    public static AnswerEngine Engine { get; } = Bookshelf.Build(Policies, KeptLearning.Beside) is { Mistakes.Count: 0 } built
        ? built.Engine
        : throw new InvalidDataException(string.Join('\n', Shelf.Mistakes));

    /// <summary>Every authored line, and whether the school forbids what it asks.</summary>
    public static IEnumerable<(string Text, bool IsForbidden)> Lines =>
        Shelf.Books.SelectMany(book => book.Examples).Select(example => (example.Text,
            (example.Topic.Rules.FirstOrDefault(rule => rule.Name == example.Rule) ?? example.Topic.Rules[^1]).Verdict is Verdict.MustNot))
        .Concat(Shelf.Everyday.Examples.Select(example => (example.Text, false))).Concat(Shelf.Concerns.Select(line => (line.Text, false)));

    /// <summary>Every so many-th line, for a test that asks each of them several times; all of them with POLICYBOT_EVERY_LINE=1.</summary>
    public static IEnumerable<T> Share<T>(IEnumerable<T> lines, int part, int of) =>
        Environment.GetEnvironmentVariable("POLICYBOT_EVERY_LINE") == "1" ? lines : lines.Where((_, i) => i % of == part);

    /// <summary>Every authored line.</summary>
    public static IEnumerable<string> Examples => Shelf.AllExamples;
}
