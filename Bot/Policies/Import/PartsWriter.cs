namespace PolicyBot.Policies.Import;

/// <summary>Gathers the parts of a text, of which the last may still go on.</summary>
internal sealed class PartsWriter
{
    private readonly List<Part> _parts = [], _noise = [];
    private readonly Stack<int> _indents = [];
    private Part? _open;
    private int _lines, _tables;

    public bool IsOpen => _open is not null;

    public bool IsInItem => _open is { } part && (part.Kind == PartKind.Item || Numbering.Of(part.Text) is not null);

    public void Add(Part part)
    {
        Close();
        if (part.Kind != PartKind.Item && part.Level == 0)
            _indents.Clear();

        _parts.Add(part);
    }

    public void Open(Part part)
    {
        Add(part);
        (_open, _lines) = (part, 1);
    }

    /// <summary>A word broken at its own hyphen is put together again; every letter stays.</summary>
    public void GoOn(string line)
    {
        var joint = _open!.Text is [.., var before, '-'] && char.IsLetter(before) && char.IsLower(line[0]) ? "" : " ";
        (_open, _lines) = (_open with { Text = _open.Text + joint + line }, _lines + 1);
        _parts[^1] = _open;
    }

    /// <summary>A line of the page waits until the paragraph that it cuts is at its end.</summary>
    public bool Leave(string line, int place)
    {
        _noise.Add(new Part(PartKind.Noise, line, place));
        return true;
    }

    public void Close()
    {
        _open = null;
        _parts.AddRange(_noise);
        _noise.Clear();
    }

    public void MakeHeading(int level)
    {
        if (_open is { Kind: PartKind.Paragraph } && _lines == 1 && !WrittenFact.IsAt(_open.Text))
            _parts[^1] = _open with { Kind = PartKind.Heading, Level = level };

        Close();
    }

    public void EndHeader()
    {
        Close();
        if (_parts is [.., { Kind: PartKind.Row } row])
            _parts[^1] = row with { IsHeader = true };
    }

    public int TableAt(bool isNext) => isNext && _parts is [.., { Kind: PartKind.Row } row] ? row.Table : ++_tables;

    /// <summary>How deep a numbered paragraph is in a list with bullets; 0 where it is in none.</summary>
    public int LevelIn(int indent) => _indents.Count > 0 && indent > 0 ? LevelAt(indent) : 0;

    /// <summary>How deep an item is, by how far in its bullet stands.</summary>
    public int LevelAt(int indent)
    {
        while (_indents.Count > 0 && _indents.Peek() > indent)
            _indents.Pop();
        if (_indents.Count == 0 || indent > _indents.Peek() + 1)
            _indents.Push(indent);

        return _indents.Count - 1;
    }

    public IReadOnlyList<Part> Finished()
    {
        Close();
        return _parts;
    }
}
