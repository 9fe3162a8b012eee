namespace PolicyBot.Questions;

/// <summary>A question that a member of staff had passed on to the manager, without names of people.</summary>
/// <param name="Id">Short enough to say: "Q4K7".</param>
/// <param name="Asker">The name of who asks; null where they asked without one.</param>
/// <param name="Conversation">Where the answer goes back to. Shown to nobody.</param>
internal sealed record PassedQuestion(string Id, string Text, string? Asker, string Conversation, DateTimeOffset AskedAt)
{
    /// <summary>The policy that was asked about, by its id; null where none is known.</summary>
    public string? Policy { get; init; }

    /// <summary>Null while it waits.</summary>
    public ManagerAnswer? Answer { get; init; }

    /// <summary>Whether the answer is given to whoever asks the same again.</summary>
    public bool IsPrecedent { get; init; }

    /// <summary>Under which the message to the manager with the question in it is promised.</summary>
    public static string MessageKey(string id) => $"question/{id}";
}

/// <param name="Clause">The clause it rests on, by its id; null where it rests on none.</param>
/// <param name="By">The name of who answered.</param>
internal sealed record ManagerAnswer(string Text, string? Clause, string? By, DateTimeOffset At);

/// <summary>Something about a question that is written in the same transaction as the turn it comes from.</summary>
internal abstract record QuestionRecord
{
    private QuestionRecord()
    {
    }

    internal sealed record Passed(PassedQuestion Question) : QuestionRecord;

    /// <summary>Holds only while nobody answered before.</summary>
    internal sealed record Answered(string Id, ManagerAnswer Answer) : QuestionRecord;

    internal sealed record MadePrecedent(string Id, DateTimeOffset AnsweredAt) : QuestionRecord;
}

/// <summary>The questions passed on. Every call may find no database, and then says so by an exception of the storage.</summary>
internal interface IQuestionBook
{
    Task<PassedQuestion?> FindAsync(string id, CancellationToken cancellationToken);

    /// <returns>Those nobody answered yet, the oldest first.</returns>
    Task<IReadOnlyList<PassedQuestion>> WaitingAsync(CancellationToken cancellationToken);

    /// <returns>Those asked in a conversation, the newest first.</returns>
    Task<IReadOnlyList<PassedQuestion>> AskedInAsync(string conversation, CancellationToken cancellationToken);

    /// <returns>Those whose answer is given again; null where there is no database just now.</returns>
    Task<IReadOnlyList<PassedQuestion>?> TryPrecedentsAsync(CancellationToken cancellationToken);
}
