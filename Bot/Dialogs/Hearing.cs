using PolicyBot.Answers;

namespace PolicyBot.Dialogs;

/// <summary>A message as dialogs hear it.</summary>
/// <param name="Answer">What the policies say to it; to "walk me through …" what they say to what follows.</param>
/// <param name="Walk">What somebody wants to be walked through; empty to see what there is, null where nobody asks for it.</param>
internal sealed record Heard(string Text, Story Story, Answer Answer, IReadOnlyList<string>? Walk)
{
    private static readonly HashSet<string> Asking =
        ["can", "could", "may", "am", "is", "are", "do", "does", "should", "what", "how", "must", "would", "will", "why", "who", "when", "where", "which"];

    public bool IsQuestion => Text.Contains('?', StringComparison.Ordinal) || (Story.Words is [var first, _, _, ..] && Asking.Contains(first));
}

/// <summary>Hears messages. Words to steer by, a bare yes or no, and asking for the list are what they are, and no worry.</summary>
internal sealed class Hearing(AnswerEngine engine, StoryReader stories, Phrases phrases)
{
    public Heard Hear(string text)
    {
        var story = stories.Read(text);
        if (phrases.AsksForList(story.Words))
            return new Heard(text, story, new Answer.Help(HelpTopic.WhatICanDo, 1), []);

        var walk = phrases.WalkIn(story.Words);
        var answer = engine.Ask(walk is { Count: > 0 } ? string.Join(' ', walk) : text);
        if (phrases.IsBare(story.Words) && answer is not Answer.Help)
            answer = new Answer.Help(HelpTopic.WhatICanDo, 1);

        return new Heard(text, story, answer, walk);
    }
}
