using System.Text.RegularExpressions;

namespace PolicyBot.Policies.Import;

/// <summary>Finds the facts of a policy in its document, and asks for what is not certain.</summary>
internal sealed partial class FactFinder(SourceDocument document, IReadOnlyList<Part> parts, ImportAnswers answers)
{
    private readonly List<ImportQuestion> _questions = [];
    private readonly List<string> _notes = [];

    public ImportFacts Find(string plain)
    {
        var mentions = Mentions.In(parts);
        var dates = new DateSettling(document, answers, _questions, _notes);
        var adopted = dates.Adopted(mentions);
        var due = dates.ReviewDue(mentions, adopted, PolicyChecks.ReviewDatesIn(plain));
        var (title, club) = new NameFinder(document, parts).Find();
        return new ImportFacts
        {
            Title = answers[ImportAnswers.Title] ?? Only(ImportAnswers.Title, title, "I cannot tell what the policy is called. What is its title?"),
            Club = answers[ImportAnswers.Club] ?? Only(ImportAnswers.Club, club, "I cannot tell whose policy it is. What is the name of the club or school?"),
            Adopted = adopted,
            ReviewDue = due.Date,
            Overruled = due.Overruled,
            SignedBy = answers[ImportAnswers.SignedBy] is { } signed ? (signed == ImportAnswers.None ? null : signed) : SignedBy(),
            Related = RelatedPolicies.In(parts),
            Open = _questions,
            Notes = _notes,
        };
    }

    private string Only(string key, FoundName found, string question)
    {
        if (found is { IsCertain: true, Candidates: [var only, ..] })
            return only.Words;

        _questions.Add(new ImportQuestion(key, question, found.Candidates));
        return "";
    }

    private string? SignedBy()
    {
        foreach (var part in parts.Where(part => part.Kind is not (PartKind.Noise or PartKind.Title)))
            if (Signed().Match(part.Text) is { Success: true } match
                && Blank().Replace(match.Groups["value"].Value, " ").Trim(' ', '*', ':', ',') is { } value && value.Any(char.IsLetter))
                return value;

        return null;
    }

    [GeneratedRegex(@"\bsigned(?:\s+by)?(?:\s+on\s+behalf\s+of[^:\t]{0,60})?[*_]*\s*[:\t]\s*(?<value>[^\t]*?)(?=\t|\bdated?\b\s*:|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Signed();

    [GeneratedRegex(@"[_.…]{2,}|\s{2,}")]
    private static partial Regex Blank();
}
