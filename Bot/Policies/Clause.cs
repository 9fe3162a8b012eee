namespace PolicyBot.Policies;

/// <summary>
/// One quotable piece of a policy. <see cref="Text"/> is byte-identical to what the school wrote;
/// <see cref="LeadIn"/> is the sentence that a list of clauses hangs on ("staff must not:"), or null.
/// </summary>
internal sealed record Clause(ClauseId Id, ClauseKind Kind, string Text, string? LeadIn = null)
{
    /// <summary>In one sentence with what it hangs on.</summary>
    public string Whole => LeadIn is null ? Text : $"{LeadIn} {Text}";
}

internal enum ClauseKind { Rule, Duty, Procedure, Caution, Fact }
