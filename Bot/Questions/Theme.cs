namespace PolicyBot.Questions;

/// <summary>What the policies do not answer, by kind, and how often it was asked. Never by whom, never the words.</summary>
internal sealed record Theme(string Subject, int Asked)
{
    /// <summary>What was asked more seldom is not shown: it might tell who asked.</summary>
    public const int Floor = 3;

    private const string Clause = "clause:", Manager = "manager:";

    /// <summary>Beside what is not answered the same book counts what answers rest on.</summary>
    public static string OfClause(string policy, string clause) => $"{Clause}{policy}/{clause}";

    /// <summary>And which situations end with the manager.</summary>
    public static string OfManager(string policy, string scenario) => $"{Manager}{policy}/{scenario}";

    /// <summary>Whether it is a question that no policy answers.</summary>
    public bool IsUnanswered => !Subject.StartsWith(Clause, StringComparison.Ordinal) && !Subject.StartsWith(Manager, StringComparison.Ordinal);
}

internal interface IThemeBook
{
    /// <summary>Adds to what was counted before, all or nothing.</summary>
    /// <returns>False where there is no database just now.</returns>
    Task<bool> TryAddAsync(IReadOnlyDictionary<(DateOnly Month, string Subject), int> asked, CancellationToken cancellationToken);

    /// <returns>What was asked since a month at least <see cref="Theme.Floor"/> times, the most frequent first.</returns>
    Task<IReadOnlyList<Theme>> SinceAsync(DateOnly month, CancellationToken cancellationToken);
}
