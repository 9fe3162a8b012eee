using System.Text;

namespace PolicyBot.Language;

/// <summary>The places of a text that are to be taken out. Where two would overlap, the first one stands.</summary>
internal sealed class Marks(string text)
{
    private readonly List<Mark> _marks = [];
    private readonly bool[] _isTaken = new bool[text.Length];

    /// <summary>The places as they were when the text was last written.</summary>
    private Mark[] _written = [];

    public string Text { get; } = text;

    public bool IsFree(int start, int length) => !_isTaken.AsSpan(start, length).Contains(true);

    /// <summary>At most so much of the text before a place.</summary>
    public ReadOnlySpan<char> Before(int at, int most) => Text.AsSpan(Math.Max(0, at - most), Math.Min(at, most));

    /// <param name="owns">The place ends in the s of "leos mum".</param>
    public void Add(DetailKind kind, int start, int length, bool owns = false)
    {
        if (!IsFree(start, length))
            return;

        _marks.Add(new Mark(new Taken(kind, start, length), owns));
        _isTaken.AsSpan(start, length).Fill(true);
    }

    /// <summary>
    /// Adds what somebody found in the text as it was last written. Places in it that are taken out already go with it, as
    /// one.
    /// </summary>
    public void AddWritten(DetailKind kind, int start, int length)
    {
        var (from, to) = (OriginOf(start, isEnd: false), OriginOf(start + length, isEnd: true));
        if (_marks.Exists(mark => mark.What.Start <= from && to <= mark.What.End))
            return;

        _marks.RemoveAll(mark => from <= mark.What.Start && mark.What.End <= to);
        _isTaken.AsSpan(from, to - from).Clear();
        Add(kind, from, to - from);
    }

    public Redacted Write()
    {
        _marks.Sort((one, other) => one.What.Start.CompareTo(other.What.Start));
        _written = [.. _marks];
        var (text, from) = (new StringBuilder(Text.Length + 16), 0);
        foreach (var mark in _written)
        {
            text.Append(Text, from, mark.What.Start - from).Append(mark.Words);
            from = mark.What.End;
        }

        return new Redacted(text.Append(Text, from, Text.Length - from).ToString(), [.. _written.Select(mark => mark.What)]);
    }

    /// <summary>Where a place of the written text is in the original; for one inside "[name]", where that begins or ends.</summary>
    private int OriginOf(int at, bool isEnd)
    {
        var (written, origin) = (0, 0);
        foreach (var mark in _written)
        {
            var begins = written + mark.What.Start - origin;
            if (at < begins || (isEnd && at == begins))
                break;

            (written, origin) = (begins + mark.Words.Length, mark.What.End);
            if (at < written || (isEnd && at == written))
                return isEnd ? mark.What.End : mark.What.Start;
        }

        return origin + at - written;
    }

    private readonly record struct Mark(Taken What, bool Owns)
    {
        public string Words => Owns ? $"{DetailWords.For(What.Kind)}'s" : DetailWords.For(What.Kind);
    }
}
