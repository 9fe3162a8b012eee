using System.Text;

namespace PolicyBot.Policies;

/// <summary>held-back.yaml beside a policy: written when a new text is brought in, and emptied by those who confirm.</summary>
internal static class HeldBackFile
{
    public const string Name = "held-back.yaml";

    private const string Head = """
        # Clauses that are not what they were when the files beside this policy were written. What cites one of them is held
        # back: the bot quotes the clause and does not say what it comes to, and asks nothing about it.
        #   policybot policy check FOLDER              what is held back, with file and line
        #   policybot policy confirm FOLDER CLAUSE     what is written still fits the clause as it now reads
        # "gone" is no clause any more: edit what cites it. "new" is a rule that needs two questions in acknowledge.yaml.
        clauses:

        """;

    /// <summary>A clause that reads again as it did before is not held back any more, nor one that is gone and no longer cited.</summary>
    public static HeldBack Read(Policy policy, ICollection<Mistake> mistakes)
    {
        var path = Path.Combine(policy.Folder, Name);
        if (!File.Exists(path))
            return HeldBack.Nothing;

        var held = AuthoredFile.Read(path, mistakes).Knowing("clauses").Items("clauses").Select(Read).OfType<HeldClause>().Select(each => Now(each, policy));
        return new HeldBack([.. held.OfType<HeldClause>()]);
    }

    public static void Write(string folder, HeldBack held)
    {
        var path = Path.Combine(folder, Name);
        if (held.Clauses.Count == 0)
        {
            File.Delete(path);
            return;
        }

        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var clause in held.Clauses)
            text.Append($"  - clause: {clause.Id}\n    why: {clause.Why.ToString().ToLowerInvariant()}\n")
                .Append(clause.Before is null ? "" : $"    before: \"{clause.Before}\"\n").Append(clause.Now is null ? "" : $"    now: \"{clause.Now}\"\n");

        File.WriteAllText(path, text.ToString());
    }

    private static HeldClause? Read(AuthoredEntry entry)
    {
        entry.Knowing("clause", "why", "before", "now");
        var (clause, why) = (entry.Required("clause"), entry.Required("why"));
        if (Enum.TryParse<HeldWhy>(why, true, out var known) && !int.TryParse(why, out _))
            return new HeldClause(clause, known, entry.Optional("before"), entry.Optional("now"));

        if (why.Length > 0)
            entry.Find("why")!.Complain($"'{why}' is no reason. Write changed, gone or new.");
        return null;
    }

    private static HeldClause? Now(HeldClause held, Policy policy)
    {
        var clause = ClauseId.TryParse(held.Id, out var id) ? policy.Find(id) : null;
        return clause is null ? (held.Why is HeldWhy.New ? null : held with { Why = HeldWhy.Gone })
            : held.Why is HeldWhy.New ? held
            : ClauseGist.DigestOf(clause) == held.Before ? null
            : held with { Why = HeldWhy.Changed };
    }
}
