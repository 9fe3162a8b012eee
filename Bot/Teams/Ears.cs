using PolicyBot.Dialogs;
using PolicyBot.Language;

namespace PolicyBot.Teams;

/// <summary>Hears a message, and takes names out of what is to be passed on.</summary>
internal sealed class Ears(Hearing hearing, Redactor redactor)
{
    public Heard Hear(string text) => hearing.Hear(text);

    public async Task<CleanText> CleanAsync(string text, CancellationToken cancellationToken) =>
        await redactor.RedactAsync(text, cancellationToken) is Redaction.Done { What.Text: var clean }
            ? new CleanText(clean, IsChanged: clean != text)
            : new CleanText("", IsChanged: false, IsUnchecked: true);
}
