using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Policies;

/// <summary>policy.md: the facts of a policy between two lines of three hyphens, then its text with the clauses marked.</summary>
internal sealed class PolicyFile
{
    public const string Name = "policy.md";

    private readonly string _path;
    private readonly ICollection<Mistake> _mistakes;

    private PolicyFile(string path, ICollection<Mistake> mistakes) => (_path, _mistakes) = (path, mistakes);

    /// <returns>The policy, or null with what is wrong in <paramref name="mistakes"/>.</returns>
    public static Policy? Read(string folder, ICollection<Mistake> mistakes)
    {
        var before = mistakes.Count;
        var policy = new PolicyFile(Path.Combine(folder, Name), mistakes).Read(folder);
        return mistakes.Count == before ? policy : null;
    }

    private Policy? Read(string folder)
    {
        if (ReadText(_path) is not { } text)
            return null;

        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        if (!text.StartsWith("---\n", StringComparison.Ordinal) || end < 0)
            return Refuse(1, "the facts of the policy are missing. Begin the file with a line ---, then id: and title:, then a line ---.");

        var body = text[(end + 5)..];
        var facts = AuthoredFile.Read(_path, new StringReader(text[4..end]), firstLine: 2, _mistakes).Knowing(
            "id", "title", "club", "adopted", "review due", "signed by", "related", "source");
        var marked = new MarkedText(body);
        var clauses = new ClauseReader(_path, firstLine: text.AsSpan(0, end + 5).Count('\n'), _mistakes).Read(marked);
        var policy = FromFacts(facts, folder, body, marked, clauses);
        new PolicyChecks(_path, _mistakes).Check(policy, facts, marked);
        return policy;
    }

    private static Policy FromFacts(AuthoredEntry facts, string folder, string body, MarkedText marked, IReadOnlyList<Clause> clauses) => new()
    {
        Id = ReadId(facts),
        Title = facts.Required("title"),
        Club = facts.Required("club"),
        Adopted = ReadDate(facts, "adopted"),
        ReviewDue = ReadDate(facts, "review due"),
        SignedBy = facts.Optional("signed by"),
        Related = facts.Texts("related"),
        Clauses = clauses,
        Markdown = body,
        TextHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(marked.Plain))),
        Folder = folder,
    };

    private static PolicyId ReadId(AuthoredEntry facts)
    {
        var text = facts.Required("id");
        if (!PolicyId.TryParse(text, out var id) && text.Length > 0)
            facts.Find("id")!.Complain($"'{text}' is no id. Use lower-case letters, digits and hyphens, such as social-media.");

        return id;
    }

    private static WrittenDate? ReadDate(AuthoredEntry facts, string key)
    {
        var text = facts.Optional(key) ?? "";
        if (!WrittenDates.TryParse(text, out var date))
            facts.Find(key)!.Complain($"'{text}' is no date I can read. Write it like September 2023, 30 September 2023 or Autumn Term 2026.");

        return date;
    }

    private string? ReadText(string path)
    {
        if (!File.Exists(path))
        {
            Refuse(1, $"there is no {Name} in this folder. A policy's folder holds its text under that name.");
            return null;
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path))
                .TrimStart('\uFEFF').ReplaceLineEndings("\n");
        }
        catch (DecoderFallbackException)
        {
            Refuse(1, "the file is not in UTF-8. Save it as UTF-8 in your editor.");
            return null;
        }
    }

    private Policy? Refuse(int line, string message)
    {
        _mistakes.Add(new Mistake(_path, line, message));
        return null;
    }
}
