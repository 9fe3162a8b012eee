using System.Text.Json.Nodes;
using PolicyBot.Acknowledgements.Register;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Policies;
using PolicyBot.Teams.Cards;
using PolicyBot.Turns;

namespace PolicyBot.Teams.Texts;

/// <summary>A new text as the manager sees it.</summary>
internal sealed class TextCards(Words words)
{
    /// <summary>A card takes 28 KB, each clause twice; the command line shows all of it.</summary>
    private const int MostChanges = 6, LongestClause = 600;

    public TextCard Of(TextNews news, bool lacksReason) => new(
        words.Say("texts/title", ("title", news.After.Title)), Headline(news.Changes), words.Say("texts/reason"), Button("corrected", news), Button("changed", news))
    {
        Changes = [.. news.Changes.Take(MostChanges).Select(Shown)],
        Choices = [.. More("texts/more", news.Changes.Count), words.Say("texts/corrected means"), words.Say("texts/changed means")],
        Note = lacksReason ? words.Say("texts/no reason") : null,
    };

    /// <summary>A text that is not in force: to be looked at, with nothing to decide.</summary>
    public ReviewCard Of(Policy before, Policy after)
    {
        var changes = ClauseChange.Between(before, after);
        return new ReviewCard(words.Say("texts/pasted", ("title", before.Title)), Headline(changes))
        {
            Changes = [.. changes.Take(MostChanges).Select(Shown)],
            Facts = [.. More("texts/pasted more", changes.Count), words.Say("texts/pasted next")],
        };
    }

    private string Headline(IReadOnlyList<ClauseChange> changes)
    {
        string[] counted =
        [
            .. Counted("other", changes.Count(change => change is { Before: not null, After: not null })),
            .. Counted("new", changes.Count(change => change.Before is null)),
            .. Counted("gone", changes.Count(change => change.After is null)),
        ];
        return counted.Length == 0 ? words.Say("texts/no clause") : words.Say("texts/different", ("clauses", string.Join(", ", counted)));
    }

    private IEnumerable<string> Counted(string what, int clauses) => clauses > 0 ? [words.Say($"texts/counted/{what}", ("clauses", $"{clauses}"))] : [];

    private static CardChange Shown(ClauseChange change) => new(
        change.Id.Value.Replace('-', ' '), change.Before is { } before ? Card.Cut(before.Whole, LongestClause) : null, change.After is { } after ? Card.Cut(after.Whole, LongestClause) : null);

    private IEnumerable<string> More(string key, int changes) => changes > MostChanges ? [words.Say(key, ("more", $"{changes - MostChanges}"))] : [];

    private CardButton Button(string what, TextNews news) => new(words.Say($"texts/{what}"), new JsonObject
    {
        ["do"] = $"text-{what}",
        ["policy"] = news.After.Id.Value,
        ["version"] = RegisterRecord.VersionOf(news.After),
    });
}
