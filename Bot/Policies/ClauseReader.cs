namespace PolicyBot.Policies;

/// <summary>Makes clauses of the marks in a text, and says what is wrong with a mark.</summary>
internal sealed class ClauseReader(string file, int firstLine, ICollection<Mistake> mistakes)
{
    public IReadOnlyList<Clause> Read(MarkedText text)
    {
        if (text.Marks.Count == 0)
            mistakes.Add(new Mistake(file, firstLine, "no clause is marked. End each clause with its name and kind, such as {#photographs rule}."));

        var clauses = new List<Clause>();
        for (var i = 0; i < text.Marks.Count; i++)
            if (Read(text, i, clauses) is { } clause)
                clauses.Add(clause);

        return clauses;
    }

    private Clause? Read(MarkedText text, int index, List<Clause> earlier)
    {
        var mark = text.Marks[index];
        var (words, leadIn) = text.ClauseAt(index);
        if (!ClauseId.TryParse(mark.Id, out var id))
            return Refuse(mark, $"'{mark.Id}' is no name for a clause. Use lower-case letters, digits and hyphens.");
        if (!Enum.TryParse<ClauseKind>(mark.Kind, true, out var kind) || int.TryParse(mark.Kind, out _))
            return Refuse(mark, $"'{mark.Kind}' is no kind of clause. Write rule, duty, procedure, caution or fact.");
        if (words.Length == 0)
            return Refuse(mark, $"the mark of '{id}' has no text before it. Put it at the end of its clause.");
        if (earlier.Exists(clause => clause.Id == id))
            return Refuse(mark, $"two clauses are named '{id}'. Give one of them another name.");

        return new Clause(id, kind, words, leadIn);
    }

    private Clause? Refuse(MarkedText.Mark mark, string message)
    {
        mistakes.Add(new Mistake(file, firstLine + mark.Line, message));
        return null;
    }
}
