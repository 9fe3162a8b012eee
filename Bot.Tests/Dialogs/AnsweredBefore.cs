using PolicyBot.Questions;

namespace PolicyBot.Tests.Dialogs;

/// <summary>The book of questions where some were answered, to be said again, and nothing else is asked of it.</summary>
internal sealed class AnsweredBefore(IReadOnlyList<PassedQuestion> precedents) : IQuestionBook
{
    public Task<IReadOnlyList<PassedQuestion>?> TryPrecedentsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PassedQuestion>?>(precedents);

    public Task<PassedQuestion?> FindAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<PassedQuestion>> WaitingAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<PassedQuestion>> AskedInAsync(string conversation, CancellationToken cancellationToken) => throw new NotSupportedException();
}
