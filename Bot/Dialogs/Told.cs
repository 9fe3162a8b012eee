using System.Collections;

namespace PolicyBot.Dialogs;

/// <summary>The facts told so far, in the order in which they were told.</summary>
internal sealed class Told(IReadOnlyList<ToldFact> facts) : IReadOnlyList<ToldFact>
{
    public static Told Nothing { get; } = new([]);

    public int Count => facts.Count;

    public ToldFact this[int index] => facts[index];

    public string? this[string fact] => facts.FirstOrDefault(each => each.Fact == fact)?.Value;

    /// <summary>A fact told anew takes its place at the end.</summary>
    public Told With(ToldFact told) => new([.. Without(told.Fact), told]);

    public Told Without(string fact) => new([.. facts.Where(each => each.Fact != fact)]);

    public IEnumerator<ToldFact> GetEnumerator() => facts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", facts.Select(each => $"{each.Fact}: {each.Value}"));
}

/// <param name="IsFromStory">Told unasked, which "back" does not take away.</param>
internal sealed record ToldFact(string Fact, string Value, bool IsFromStory = false);
