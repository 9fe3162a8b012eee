using PolicyBot.Policies;
using PolicyBot.Reviews;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Teams.Reviews;

/// <summary>What a review pack says, in words: short for a card, whole for the page.</summary>
internal sealed class ReviewFindings(Words words)
{
    private const int MostOnCard = 3;

    /// <summary>Reminders to look, and no claims.</summary>
    public IReadOnlyList<string> Checks => words.List("reviews/checks");

    public IReadOnlyList<CardFact> OnCard(ReviewPack pack) => [.. All(pack, MostOnCard), Finding("check", Checks[0])];

    public IReadOnlyList<CardFact> Whole(ReviewPack pack) => [.. All(pack, int.MaxValue)];

    private IEnumerable<CardFact> All(ReviewPack pack, int most)
    {
        if (pack.Confirmed is { } confirmed)
            yield return Finding("confirmed", words.Say("reviews/findings/of", ("done", $"{confirmed.Confirmed}"), ("people", $"{confirmed.People}"), ("talk", $"{confirmed.WantToTalk}"), ("lost", $"{confirmed.NotReachable}")));
        if (pack.MostWrong.Count > 0)
            yield return Finding("wrong", Listed(pack.MostWrong.Select(line => $"{Name(line.Clause.Id.Value)} ({line.NotAtOnce} of {line.Asked})"), most));
        if (pack.Unanswered.Count > 0)
            yield return Finding("unanswered", Counted(pack.Unanswered, most));
        if (pack.MostAsked.Count > 0)
            yield return Finding("asked", Counted(pack.MostAsked, most));
        if (pack.EndedWithManager.Count > 0)
            yield return Finding("manager", Counted(pack.EndedWithManager, most));
        if (pack.Ages.GroupBy(age => age.Since).ToList() is [{ Key: { } since }])
            yield return Finding("age", words.Say("reviews/findings/all since", ("since", since)));
        if (pack.Related.Where(related => !related.IsLoaded).Select(related => related.Title).ToList() is { Count: > 0 } missing)
            yield return Finding("related", Listed(missing, int.MaxValue));
    }

    private CardFact Finding(string what, string said) => new(words.Say($"reviews/findings/{what}"), said);

    private static string Counted(IReadOnlyList<Counted> counted, int most) => Listed(counted.Select(each => $"{Name(each.What)} ({each.Times})"), most);

    private static string Listed(IEnumerable<string> all, int most)
    {
        var list = all.ToList();
        return string.Join(", ", list.Take(most)) + (list.Count > most ? $", and {list.Count - most} more" : "");
    }

    private static string Name(string id) => id.Replace('-', ' ');
}
