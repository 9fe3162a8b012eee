using Microsoft.Extensions.Logging;
using PolicyBot.Language.Cloud;

namespace PolicyBot.Language;

/// <summary>
/// Takes names and contact details out of what is passed on. The bot's own lists always do; Azure AI Language, where it is
/// set up, then checks what is left, and gets no text that still has in it what the lists know.
/// </summary>
internal sealed partial class Redactor(LocalRedactor local, AzureLanguage? azure, ILogger<Redactor> log)
{
    public Redacted RedactLocally(string text) => local.Redact(text);

    public async Task<Redaction> RedactAsync(string text, CancellationToken cancellationToken)
    {
        var marks = local.Mark(text);
        var written = marks.Write();
        if (azure is null || string.IsNullOrWhiteSpace(written.Text))
            return new Redaction.Done(written);

        switch (await azure.FindAsync(written.Text, cancellationToken))
        {
            case Findings.Found found:
                foreach (var entity in found.Entities)
                    if (entity.KindIn(written.Text) is { } kind && !local.IsNobody(written.Text.AsSpan(entity.Offset, entity.Length)))
                        marks.AddWritten(kind, entity.Offset, entity.Length);

                return new Redaction.Done(marks.Write());
            case Findings.Away away:
                SayUnavailable(away.Reason);
                return new Redaction.Unavailable(away.Reason);
            default:
                throw new InvalidOperationException();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Nothing is passed on, because it was not checked for names: {Reason}")]
    private partial void SayUnavailable(string reason);
}
