namespace PolicyBot.Policies.Import;

/// <summary>A document that cannot be read; the message is one sentence and what to do.</summary>
internal sealed class UnreadableDocumentException(string message, Exception? inner = null) : Exception(message, inner);
