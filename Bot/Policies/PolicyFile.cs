using System.Security.Cryptography;
using System.Text;

namespace PolicyBot.Policies;

/// <summary>policy.md: the facts of a policy between two lines of three hyphens, then its text with the clauses marked.</summary>
internal sealed class PolicyFile
{
    public const string Name = "policy.md";

    private const string FactsEnd = "\n---\n";

    private readonly string _path;
    private readonly ICollection<Mistake> _mistakes;

    private PolicyFile(string path, ICollection<Mistake> mistakes) => (_path, _mistakes) = (path, mistakes);

    /// <returns>The policy, or null with what is wrong in <paramref name="mistakes"/>.</returns>
    public static Policy? Read(string folder, ICollection<Mistake> mistakes)
    {
        var before = mistakes.Count;
        var file = new PolicyFile(Path.Combine(folder, Name), mistakes);
        var policy = file.ReadText(file._path) is { } text ? file.Parse(text, folder) : null;
        return mistakes.Count == before ? policy : null;
    }

    /// <param name="file">The whole of a policy.md that was read before: what lay beside it is not there any more.</param>
    /// <returns>Null where this program can no longer read it.</returns>
    public static Policy? Parse(string file)
    {
        var mistakes = new List<Mistake>();
        var policy = new PolicyFile(Name, mistakes).Parse(file, null);
        return mistakes.Count == 0 ? policy : null;
    }

    private Policy? Parse(string text, string? folder)
    {
        var end = text.IndexOf(FactsEnd, StringComparison.Ordinal);
        if (!text.StartsWith("---\n", StringComparison.Ordinal) || end < 0)
            return Refuse(1, "the facts of the policy are missing. Begin the file with a line ---, then id: and title:, then a line ---.");

        var body = text[(end + FactsEnd.Length)..];
        var facts = AuthoredFile.Read(_path, new StringReader(text[4..end]), firstLine: 2, _mistakes).Knowing(
            "id", "title", "club", "adopted", "review due", "signed by", "related", "overruled", "source");
        var marked = new MarkedText(body);
        var clauses = new ClauseReader(_path, firstLine: text.AsSpan(0, end + FactsEnd.Length).Count('\n'), _mistakes).Read(marked);
        var policy = FromFacts(facts, folder ?? "", text, marked, clauses);
        if (folder is null)
            return policy;

        new PolicyChecks(_path, _mistakes).Check(policy, facts, marked);
        return policy with { HeldBack = HeldBackFile.Read(policy, _mistakes) };
    }

    private static Policy FromFacts(AuthoredEntry facts, string folder, string text, MarkedText marked, IReadOnlyList<Clause> clauses) => new()
    {
        Id = ReadId(facts),
        Title = facts.Required("title"),
        Club = facts.Required("club"),
        Adopted = ReadDate(facts, "adopted"),
        ReviewDue = ReviewInterval.DateFrom(facts.Optional("review due") ?? "", ReadDate(facts, "adopted")) ?? ReadDate(facts, "review due"),
        SignedBy = facts.Optional("signed by"),
        Related = facts.Texts("related"),
        Clauses = clauses,
        File = text,
        Markdown = text[(text.IndexOf(FactsEnd, StringComparison.Ordinal) + FactsEnd.Length)..],
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
