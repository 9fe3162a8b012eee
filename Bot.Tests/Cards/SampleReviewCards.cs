using PolicyBot.Teams.Cards;

namespace PolicyBot.Tests.Cards;

/// <summary>Those of reviews.</summary>
internal static partial class SampleCards
{
    private static Dictionary<string, Card> OfReviews => new()
    {
        ["review-short"] = new ReviewCard("Review: Social Media Policy", "To be reviewed today.") { Buttons = [Button("Reviewed, nothing changes")] },
        ["review-long"] = new ReviewCard("Review: Social Media Policy", "The review was due September 2023, 3 years and 2 months ago.")
        {
            Facts = ["It is still the adopted policy - overdue is not withdrawn.", "[What the review needs, to print](https://policybot.example.org/reviews/1)"],
            Heading = "What the review needs",
            Findings = [.. Enumerable.Range(1, 9).Select(i => new CardFact($"Finding {i}", i == 1 ? Mischief : Long("photographs (3 of 9)", 300)))],
            Note = Mischief,
            Buttons = [Button("Reviewed, nothing changes"), Button("Reviewed, with changes"), Button("Remind me in a week"), Button("Remind me in a month"), Button("Give it to somebody else")],
        },
        ["review-pasted"] = new ReviewCard("Social Media Policy: the text you pasted", "Different from the text that staff have confirmed: reworded: 5, new: 1.")
        {
            Facts = ["I have kept nothing of it."],
            Changes = [.. Enumerable.Range(1, 5).Select(i => new CardChange($"clause {i}", Long("What stood there before.", 600), Long(Mischief, 600))), new CardChange("new one", null, "What is new.")],
        },
        ["form-short"] = new FormCard("Review: Social Media Policy", "They get the prompts from now on.", [new CardField("person", "Name or email, as on the roster", "")], Button("Give it to them")),
        ["form-long"] = new FormCard("Review: Social Media Policy", "The text stays as it is.",
            [new CardField("approved", "Who approved it", Mischief), new CardField("on", "On which day", "30 November 2026"), new CardField("next", "When it is next due", "November 2027")], Button("Enter it"))
        {
            Note = Mischief,
            Long = [new CardField("text", "The new text", "")],
        },
    };
}
