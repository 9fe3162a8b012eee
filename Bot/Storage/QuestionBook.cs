using Microsoft.EntityFrameworkCore;
using PolicyBot.Questions;
using PolicyBot.Storage.Rows;
using PolicyBot.Turns;

namespace PolicyBot.Storage;

/// <summary>The questions passed on, as a table.</summary>
internal sealed class QuestionBook(Databases databases) : IQuestionBook
{
    /// <summary>More of one's own nobody reads in a chat.</summary>
    private const int MostOfOnesOwn = 10;

    public async Task<PassedQuestion?> FindAsync(string id, CancellationToken cancellationToken) =>
        await ReadAsync(rows => rows.Where(row => row.Id == id), cancellationToken) is [var only] ? only : null;

    public Task<IReadOnlyList<PassedQuestion>> WaitingAsync(CancellationToken cancellationToken) =>
        ReadAsync(rows => rows.Where(row => row.AnsweredAt == null).OrderBy(row => row.AskedAt), cancellationToken);

    public Task<IReadOnlyList<PassedQuestion>> AskedInAsync(string conversation, CancellationToken cancellationToken) =>
        ReadAsync(rows => rows.Where(row => row.Conversation == conversation).OrderByDescending(row => row.AskedAt).Take(MostOfOnesOwn), cancellationToken);

    public async Task<IReadOnlyList<PassedQuestion>?> TryPrecedentsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(rows => rows.Where(row => row.IsPrecedent).OrderBy(row => row.AskedAt), cancellationToken);
        }
        catch (StoreAwayException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<PassedQuestion>> ReadAsync(Func<IQueryable<QuestionRow>, IQueryable<QuestionRow>> asked, CancellationToken cancellationToken) =>
        (await databases.ReadAsync(database => asked(database.Questions.AsNoTracking()).ToListAsync(cancellationToken))).ConvertAll(Question);

    private static PassedQuestion Question(QuestionRow row) => new(row.Id, row.Text, row.Asker, row.Conversation, row.AskedAt)
    {
        Policy = row.Policy,
        Answer = row is { Answer: { } answer, AnsweredAt: { } at } ? new ManagerAnswer(answer, row.Clause, row.AnsweredBy, at) : null,
        IsPrecedent = row.IsPrecedent,
    };
}
