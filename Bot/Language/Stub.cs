namespace PolicyBot.Language;
internal sealed record Redacted(string Text);
internal abstract record Redaction { internal sealed record Done(Redacted Redacted) : Redaction; }
internal sealed class Redactor
{
    private readonly int _x = 1;
    public Task<Redaction> RedactAsync(string text, CancellationToken cancellationToken) => Task.FromResult<Redaction>(new Redaction.Done(new Redacted(_x == 1 ? text.Replace("leo", "[name]", StringComparison.Ordinal) : text)));
}
