using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PolicyBot.Questions;
using PolicyBot.Storage.Rows;

namespace PolicyBot.Storage;

/// <summary>
/// Every row that is about one person, but for the register's, which are a chain. What somebody did for the school, such as the
/// approval of a review, is the school's record and stands under who did it. Answers of the last days are kept under the
/// digest of a message's id: nobody can find them by a person, and they go by themselves.
/// </summary>
internal sealed class PersonTraces
{
    private readonly List<(string Table, Func<CancellationToken, Task<int>> Delete, Func<CancellationToken, Task<List<EntityEntry>>> Read)> _traces = [];
    private readonly BotDatabase _database;

    private PersonTraces(BotDatabase database, IReadOnlyList<string> ids, IReadOnlyList<string> conversations, IReadOnlyList<string> questions)
    {
        _database = database;
        List<string> threads = [.. conversations, .. ids.Select(id => $"people/{id}")];
        List<string> messages = [.. questions.Select(PassedQuestion.MessageKey)];
        Add(database.People.Where(row => ids.Contains(row.Id)));
        Add(database.RoundMembers.Where(row => ids.Contains(row.Person)));
        Add(database.Questions.Where(row => conversations.Contains(row.Conversation)));
        Add(database.States.Where(row => conversations.Contains(row.Conversation)));
        Add(database.LiveCards.Where(row => conversations.Contains(row.Conversation)));
        Add(database.Outbox.Where(row => ids.Contains(row.Person!) || threads.Contains(row.Thread) || messages.Contains(row.Key!)));
        Add(database.Errands.Where(row => ids.Contains(row.Person)));
        Add(database.Unreachable.Where(row => ids.Contains(row.Person)));
        Add(database.References.Where(row => ids.Contains(row.Person!)));
    }

    /// <param name="ids">All that the person has and had.</param>
    public static async Task<PersonTraces> OfAsync(BotDatabase database, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var conversations = await database.References.Where(row => ids.Contains(row.Person!)).Select(row => row.Conversation).ToListAsync(cancellationToken);
        var questions = await database.Questions.Where(row => conversations.Contains(row.Conversation)).Select(row => row.Id).ToListAsync(cancellationToken);
        return new(database, ids, conversations, questions);
    }

    /// <returns>How many rows there were.</returns>
    public async Task<int> DeleteAsync(CancellationToken cancellationToken)
    {
        var rows = 0;
        foreach (var trace in _traces)
            rows += await trace.Delete(cancellationToken);

        return rows;
    }

    /// <returns>The rows of each table that has some, with their columns.</returns>
    public async Task<IReadOnlyList<(string Table, IReadOnlyList<EntityEntry> Rows)>> ReadAsync(CancellationToken cancellationToken)
    {
        var tables = new List<(string, IReadOnlyList<EntityEntry>)>();
        foreach (var trace in _traces)
            if (await trace.Read(cancellationToken) is { Count: > 0 } rows)
                tables.Add((trace.Table, rows));

        return tables;
    }

    private void Add<T>(IQueryable<T> rows)
        where T : class => _traces.Add((
            _database.Model.FindEntityType(typeof(T))!.GetTableName()!,
            cancellationToken => rows.ExecuteDeleteAsync(cancellationToken),
            async cancellationToken => (await rows.ToListAsync(cancellationToken)).ConvertAll(row => (EntityEntry)_database.Entry(row))));
}
