namespace PolicyBot.Policies.Import;

/// <summary>A paragraph, list item or table row of a document, with its words as they are written.</summary>
/// <param name="Text">On one line; the cells of a row with tabs between them, the number of a numbered paragraph before it.</param>
/// <param name="Place">Its line in a text file, its paragraph in Word's.</param>
internal sealed record Part(PartKind Kind, string Text, int Place)
{
    /// <summary>Of a heading from 1, as the document says it, or 0 where only its look says so; of an item from 0.</summary>
    public int Level { get; init; }

    public bool IsBold { get; init; }

    /// <summary>Whether the document itself names its columns here.</summary>
    public bool IsHeader { get; init; }

    /// <summary>Rows of one table have the same number.</summary>
    public int Table { get; init; }

    public string[] Cells => Text.Split('\t');

    public int Words => Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}

/// <summary>Bare is text that is kept and says nothing by itself: a name at the head, a line of a table of contents.</summary>
internal enum PartKind { Title, Heading, Paragraph, Item, Row, Bare, Noise }
