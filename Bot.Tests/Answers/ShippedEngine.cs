using PolicyBot.Answers;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Answers;

/// <summary>The engine as it ships, built once.</summary>
internal static class ShippedEngine
{
    private static readonly Bookshelf Shelf = Bookshelf.Read(
        PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Policies", "Library")).Library.Policies);

    public static AnswerEngine Engine { get; } = Shelf.Mistakes.Count == 0
        ? Shelf.Teach(_ => true)
        : throw new InvalidDataException(string.Join('\n', Shelf.Mistakes));

    /// <summary>Every authored line.</summary>
    public static IEnumerable<string> Examples => Shelf.AllExamples;
}
