using PolicyBot.Answers;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Answers;

/// <summary>The engine as it ships, built once.</summary>
internal static class ShippedEngine
{
    public static AnswerEngine Engine { get; } = Build();

    private static AnswerEngine Build()
    {
        var library = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Policies", "Library")).Library;
        var (engine, mistakes) = Bookshelf.Build(library.Policies);
        return mistakes.Count == 0 ? engine : throw new InvalidDataException(string.Join('\n', mistakes));
    }
}
