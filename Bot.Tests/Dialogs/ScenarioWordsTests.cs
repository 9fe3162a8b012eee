using System.Text.RegularExpressions;
using PolicyBot.Answers;
using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>What the ends say: easy to read, no threat, and never more than the policy says.</summary>
public sealed partial class ScenarioWordsTests
{
    private const int Long = 20, Longest = 30;

    /// <summary>More of a button's words a phone does not show.</summary>
    private const int ShownOnPhone = 35;

    [Fact]
    public void A_button_is_short_enough_for_a_phone() => Assert.DoesNotContain(
        ShippedDialogs.Scenarios.All.SelectMany(scenario => scenario.Facts).SelectMany(fact => fact.Values), value => value.Label.Length > ShownOnPhone);

    [Fact]
    public void No_end_predicts_what_will_happen_to_somebody() =>
        Assert.All(ShippedDialogs.Ends, pair => Assert.DoesNotMatch(Sanction(), Everything(pair.End)));

    [Fact]
    public void Where_discipline_is_spoken_of_the_other_policy_decides_and_the_bot_cannot_tell()
    {
        var speaking = ShippedDialogs.Ends.Where(pair => Everything(pair.End).Contains("isciplin", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(speaking);
        Assert.All(speaking, pair => Assert.Matches("The Staff Disciplinary policy decides(| what follows)\\. I cannot tell what the outcome would be\\.$", Sentence(pair.End.Wording.Explanation, "Staff")));
        Assert.Equal(speaking.Select(pair => pair.End), ShippedDialogs.Ends.Select(pair => pair.End).Where(end => end.Clauses.Any(clause => clause.Id.Value == "discipline")));
    }

    /// <summary>The policy names three breaches: of confidentiality, of the good name, and photographs of the setting or children.</summary>
    [Fact]
    public void Discipline_is_cited_only_for_what_was_published_and_beside_one_of_the_three_breaches()
    {
        foreach (var (scenario, path) in ShippedDialogs.Paths.Where(pair => pair.Path.End.Clauses.Any(clause => clause.Id.Value == "discipline")))
        {
            Assert.Contains(path.End.Clauses, clause => clause.Id.Value is "purpose" or "reputation" or "photographs");
            Assert.True(scenario.Id.Value == "social-media/posted-and-deleted" || path.Told["posted"] == "posted" || path.Told["sent"] == "sent", $"{scenario.Id}: {path.Told}");
        }
    }

    [Fact]
    public void The_headline_has_two_to_eight_words_and_begins_with_the_verdict()
    {
        foreach (var (_, end) in ShippedDialogs.Ends)
        {
            Assert.InRange(end.Wording.Verdict.Split(' ').Length, 2, 8);
            Assert.False(end.Verdict is Verdict.MustNot && !end.Wording.Verdict.StartsWith("No.", StringComparison.Ordinal), end.Wording.Verdict);
            Assert.False(end.Verdict is Verdict.May && !Permission().IsMatch(end.Wording.Verdict), end.Wording.Verdict);
            Assert.False(end.Verdict is not Verdict.May && Permission().IsMatch(end.Wording.Verdict), end.Wording.Verdict);
        }
    }

    [Fact]
    public void Sentences_are_short()
    {
        var lengths = ShippedDialogs.Ends.SelectMany(pair => Sentences(Everything(pair.End))).Select(sentence => (sentence, words: sentence.Split(' ').Length)).ToList();

        Assert.DoesNotContain(lengths, each => each.words > Longest);
        Assert.InRange(lengths.Count(each => each.words > Long) / (double)lengths.Count, 0, .1);
    }

    [Fact]
    public void There_is_something_to_do_at_every_end_and_not_much() =>
        Assert.All(ShippedDialogs.Ends, pair => Assert.InRange(pair.End.Steps.Count, 1, 4));

    [Fact]
    public void A_reply_to_copy_says_nothing_of_a_child_and_names_nobody() => Assert.All(
        ShippedDialogs.Ends.Where(pair => pair.End.Say is not null), pair => Assert.DoesNotMatch("your (child|son|daughter)|\\{", pair.End.Say!));

    [Fact]
    public void Questions_ask_and_the_answers_tell_themselves_apart()
    {
        foreach (var fact in ShippedDialogs.Scenarios.All.SelectMany(scenario => scenario.Facts))
        {
            Assert.EndsWith("?", fact.Question, StringComparison.Ordinal);
            Assert.Equal(fact.Values.Count, fact.Values.Select(value => value.Label).Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.Equal(fact.Values.Count, fact.Values.Select(value => value.Short).Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.NotEqual(fact.Question, fact.Again);
        }
    }

    private static string Everything(Outcome end) =>
        string.Join('\n', [end.Wording.Verdict, end.Wording.Explanation, .. end.Steps, end.Say ?? ""]);

    private static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0);

    /// <summary>The explanation from a word on, one sentence before it included.</summary>
    private static string Sentence(string text, string from) => text[Math.Max(0, text.IndexOf(from, StringComparison.Ordinal) - "The ".Length)..].Replace("the Staff", "The Staff", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(sack\w*|dismiss\w*|fired?|suspend\w*|sanction\w*|warnings?|be disciplined|punish\w*|lose your job|in trouble|struck off|misconduct)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sanction();

    [GeneratedRegex("^(Yes\\.|You may\\b)")]
    private static partial Regex Permission();

    [GeneratedRegex(@"(?<=[.?!:])\s+|\n")]
    private static partial Regex SentenceEnd();
}
