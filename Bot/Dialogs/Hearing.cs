using PolicyBot.Answers;
using PolicyBot.Questions;

namespace PolicyBot.Dialogs;

/// <summary>A message as dialogs hear it.</summary>
/// <param name="Answer">What the policies say to it; to "walk me through …" what they say to what follows.</param>
/// <param name="Walk">What somebody wants to be walked through; empty to see what there is, null where nobody asks for it.</param>
internal sealed record Heard(string Text, Story Story, Answer Answer, IReadOnlyList<string>? Walk)
{
    /// <summary>What the manager is to be asked; empty where that is still to be written, null where nobody asks for it.</summary>
    public string? ForManager { get; init; }

    public Looking Looking { get; init; }

    /// <summary>What the manager answered to nearly the same, where the policies do not say.</summary>
    public PassedQuestion? Precedent { get; init; }

    /// <summary>The text without names, where a dialog is waiting for a text that goes to somebody.</summary>
    public CleanText? Clean { get; init; }

    private static readonly HashSet<string> Asking =
        ["can", "could", "may", "am", "is", "are", "do", "does", "should", "what", "how", "must", "would", "will", "why", "who", "when", "where", "which"];

    /// <summary>Whether they want to acknowledge a policy.</summary>
    public bool Acknowledges => Answer is Answer.Help { Topic: HelpTopic.Acknowledge };

    public bool IsQuestion => (Story.Words.Count > 0 && Text.Contains('?', StringComparison.Ordinal)) || (Story.Words is [var first, not "not", _, ..] && Asking.Contains(first));
}

/// <summary>Hears messages. Words to steer by, a bare yes or no, asking for the list or for a situation on it are what they are, and no worry.</summary>
internal sealed class Hearing(AnswerEngine engine, Phrases phrases, Precedents precedents, Scenarios scenarios)
{
    /// <summary>What is on the list, but for the situation whose every end is the safeguarding route.</summary>
    private readonly HashSet<string> _listed =
    [
        .. scenarios.All.Where(scenario => scenario.Outcomes.Any(outcome => outcome.Route is null))
            .SelectMany(scenario => scenario.Names.Prepend(scenario.Title)).Select(name => string.Join(' ', engine.Read(name).Words)),
        .. scenarios.All.Select((_, i) => $"{i + 1}"),
    ];

    public Heard Hear(string text)
    {
        var message = engine.Read(text);
        var story = new Story(message);
        if (phrases.LookingIn(story.Words) is var looking and not Looking.None)
            return new Heard(text, story, new Answer.Help(HelpTopic.WhatICanDo, 1), null) { Looking = looking };
        if (phrases.AsksForList(story.Words))
            return new Heard(text, story, new Answer.Help(HelpTopic.WhatICanDo, 1), []);

        if (phrases.ForManagerIn(text) is { } question)
            return new Heard(text, story, engine.Ask(question), null) { ForManager = question };

        var walk = phrases.WalkIn(story.Words);
        var answer = walk is { Count: > 0 } ? engine.Ask(string.Join(' ', walk)) : engine.Ask(text, message);
        if ((phrases.IsBare(story.Words) || _listed.Contains(string.Join(' ', walk ?? []))) && answer is not Answer.Help)
            answer = new Answer.Help(HelpTopic.WhatICanDo, 1);

        return new Heard(text, story, answer, walk) { Precedent = answer is Answer.NotCovered ? precedents.For(text) : null };
    }
}
