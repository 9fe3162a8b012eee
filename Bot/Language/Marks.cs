using System.Text;

namespace PolicyBot.Language;

/// <summary>The places of a text that are to be taken out. Where two would overlap, the first one stands.</summary>
internal sealed class Marks(string text)
{
    private readonly List<Mark> _marks = [];

    public string Text { get; } = text;

    public bool IsFree(int start, int length) => !_marks.Exists(mark => mark.What.Start < start + length && start < mark.What.End);

    /// <summary>At most so much of the text before a place.</summary>
    public ReadOnlySpan<char> Before(int at, int most) => Text.AsSpan(Math.Max(0, at - most), Math.Min(at, most));

    public ReadOnlySpan<char> After(int at, int most) => Text.AsSpan(at, Math.Min(most, Text.Length - at));

    /// <param name="owns">The place ends in the s of "leos mum".</param>
    public void Add(DetailKind kind, int start, int length, bool owns = false)
    {
        if (IsFree(start, length))
            _marks.Add(new Mark(new Taken(kind, start, length), owns));
    }

    public Redacted Write()
    {
        _marks.Sort((one, other) => one.What.Start.CompareTo(other.What.Start));
        var (written, from) = (new StringBuilder(Text.Length + 16), 0);
        foreach (var (what, owns) in _marks)
        {
            written.Append(Text, from, what.Start - from).Append(DetailWords.For(what.Kind)).Append(owns ? "'s" : "");
            from = what.End;
        }

        return new Redacted(written.Append(Text, from, Text.Length - from).ToString(), [.. _marks.Select(mark => mark.What)]);
    }

    private readonly record struct Mark(Taken What, bool Owns);
}
