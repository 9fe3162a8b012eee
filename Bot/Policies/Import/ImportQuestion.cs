namespace PolicyBot.Policies.Import;

/// <summary>What the document leaves open, as a sentence to a person.</summary>
/// <param name="Key">The key of its answer.</param>
internal sealed record ImportQuestion(string Key, string Sentence, IReadOnlyList<ImportCandidate> Candidates);

/// <param name="Words">What could be the answer, as written.</param>
/// <param name="Where">The place it stands at and its line, or what it was reckoned from.</param>
internal sealed record ImportCandidate(string Words, string Where);
