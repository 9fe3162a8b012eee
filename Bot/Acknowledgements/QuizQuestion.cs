using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements;

/// <param name="Ask">A short situation.</param>
/// <param name="Why">The explanation, shown after a right answer and after a wrong one.</param>
internal sealed record QuizQuestion(string Id, Clause Clause, string Ask, IReadOnlyList<QuizAnswer> Answers, string Why);

/// <param name="Number">Its place in the file, from 1: it stays the same in whatever order the answers are shown.</param>
internal sealed record QuizAnswer(int Number, string Text, bool IsRight);
