namespace PolicyBot.Dialogs;

/// <summary>
/// A question for the manager before it is sent. Whoever asks sees every word of it: where names had to be taken out of what
/// they last wrote, they see it once more.
/// </summary>
internal static class DraftDialog
{
    public static DialogTurn Send(DialogContext dialogs, Progress top, CleanText text, bool isAnonymous)
    {
        if (top is not Progress.Drafting drafting)
            return DialogTurn.Unchanged(dialogs.Prompt(top, Note.Stale));
        if (text.IsUnchecked)
            return DialogTurn.Unchanged(dialogs.Prompt(drafting, Note.NotChecked));
        if (string.IsNullOrWhiteSpace(text.Text))
            return DialogTurn.Unchanged(dialogs.Prompt(drafting, Note.NothingWritten));
        if (text.IsChanged)
            return dialogs.Continue(Written(drafting, text, dialogs.Now), Note.TakenOut);

        return dialogs.End(drafting, new DialogReply.Sent()) with { Sent = new Sent(text.Text.Trim(), drafting.Policy, isAnonymous) };
    }

    public static Progress.Drafting Written(Progress.Drafting drafting, CleanText text, DateTimeOffset now) =>
        ((Progress.Drafting)drafting.Moved(now)) with { Text = text.Text.Trim() };
}

/// <summary>What somebody wrote, with names taken out.</summary>
/// <param name="IsChanged">Whether something was taken out.</param>
/// <param name="IsUnchecked">It could not be looked through, so it goes nowhere.</param>
internal sealed record CleanText(string Text, bool IsChanged, bool IsUnchecked = false)
{
    /// <summary>What whoever wrote it is told.</summary>
    public Note Note => IsUnchecked ? Note.NotChecked : IsChanged ? Note.TakenOut : Note.None;
}

/// <summary>A question that is to be passed on to the manager.</summary>
internal sealed record Sent(string Text, string? Policy, bool IsAnonymous);

/// <summary>The manager's answer to a question.</summary>
internal sealed record Written(string Question, string Text);
