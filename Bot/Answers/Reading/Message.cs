namespace PolicyBot.Answers.Reading;

/// <summary>A message as the bot reads it: words in full and spelt as taught, and the concepts found in them.</summary>
internal sealed record Message(IReadOnlyList<string> Words, IReadOnlyList<ushort[]> Kinds, IReadOnlyList<ConceptHit> Hits, ConceptSet Concepts);
