using PolicyBot.Answers;

namespace PolicyBot.Dialogs;

/// <summary>What a message means to the dialog on top.</summary>
internal abstract record TypedOutcome
{
    private TypedOutcome()
    {
    }

    internal sealed record Moved(Progress Progress, Note Note = Note.None) : TypedOutcome;

    /// <summary>The dialog stays where it is, and something is said.</summary>
    internal sealed record Same(Progress Progress, IReadOnlyList<DialogReply> Replies) : TypedOutcome;

    /// <summary>Nothing changes, so that nothing is written.</summary>
    internal sealed record Untouched(IReadOnlyList<DialogReply> Replies) : TypedOutcome;

    internal sealed record Cancelled : TypedOutcome;

    internal sealed record Chosen(string Says) : TypedOutcome;

    internal sealed record AskedBetween : TypedOutcome;
}

/// <summary>
/// Decides what a message in the middle of a dialog is: a word to steer by, a worry, an answer, something else that is
/// asked, a correction, or nothing that is understood. In that order; only the very words of a button go before a worry.
/// </summary>
internal sealed class TypedTurn(Scenarios scenarios, Phrases phrases, AnswerReader reader)
{
    private const double Plainly = .6;

    public TypedOutcome Take(Progress top, Heard heard, DateTimeOffset now)
    {
        if (phrases.SteeringIn(heard.Story.Words) is var steering and not Steering.None)
            return Steer(top, steering, null, now);

        return top switch
        {
            Progress.InScenario progress => Take(progress, scenarios.Find(progress.Scenario)!, heard, now),
            Progress.Choosing choosing => Take(choosing, heard),
            _ => new TypedOutcome.Cancelled(),
        };
    }

    public TypedOutcome Steer(Progress top, Steering steering, string? fact, DateTimeOffset now) => (steering, top) switch
    {
        (Steering.Cancel, _) => new TypedOutcome.Cancelled(),
        (Steering.Back, Progress.InScenario progress) => ScenarioDialog.Back(progress, now) is { } back
            ? new TypedOutcome.Moved(back)
            : new TypedOutcome.Untouched([Prompt(top, Note.FirstQuestion)]),
        (Steering.StartAgain, Progress.InScenario progress) => new TypedOutcome.Moved(
            ((Progress.InScenario)progress.Moved(now)) with { Facts = [], Correcting = null }, Note.StartedAgain),
        (Steering.Change, Progress.InScenario progress) when (fact ?? LastTold(progress)) is { } name && Knows(progress, name) =>
            new TypedOutcome.Moved(((Progress.InScenario)progress.Moved(now)) with { Correcting = name }),
        (Steering.Help, _) => new TypedOutcome.Untouched([new DialogReply.Help(), Prompt(top, Note.None)]),
        (Steering.Explain, _) => new TypedOutcome.Untouched([Prompt(top, Note.None, again: true)]),
        _ => new TypedOutcome.Untouched([Prompt(top, Note.None)]),
    };

    private TypedOutcome Take(Progress.InScenario progress, Scenario scenario, Heard heard, DateTimeOffset now)
    {
        var (story, answer) = (heard.Story, heard.Answer);
        if (ScenarioDialog.Asked(scenario, progress) is not { } fact)
            return new TypedOutcome.Moved(progress);
        if (reader.Exactly(fact, story) is { } exact)
            return new TypedOutcome.Moved(ScenarioDialog.Answer(progress, fact, exact, now));
        if (answer is Answer.Safeguarding)
            return new TypedOutcome.Untouched([new DialogReply.Answers(answer)]);
        if (reader.Match(fact, story, heard.IsQuestion) is { } value)
            return new TypedOutcome.Moved(ScenarioDialog.TellMore(scenario, ScenarioDialog.Answer(progress, fact, value, now), story));
        if (ScenarioDialog.Correct(scenario, progress, story, now) is { } corrected)
            return new TypedOutcome.Moved(corrected, Note.Corrected);

        return IsAskedBetween(heard) ? new TypedOutcome.AskedBetween() : Misunderstood(progress, now);
    }

    private TypedOutcome Take(Progress.Choosing choosing, Heard heard)
    {
        var (story, answer) = (heard.Story, heard.Answer);
        var exact = choosing.Choices.FirstOrDefault(choice => scenarios.Stories.Read(choice.Label).Words.SequenceEqual(story.Words));
        if (exact is not null)
            return new TypedOutcome.Chosen(exact.Says);
        if (answer is Answer.Safeguarding)
            return new TypedOutcome.Untouched([new DialogReply.Answers(answer)]);

        var fact = new Fact("choice", "", choosing.Question, "", [.. choosing.Choices.Select((choice, i) => new FactValue($"{i}", choice.Label, choice.Label, null, null))]);
        return reader.Match(fact, story, heard.IsQuestion) is { } value
            ? new TypedOutcome.Chosen(choosing.Choices[int.Parse(value.Name, System.Globalization.CultureInfo.InvariantCulture)].Says)
            : new TypedOutcome.AskedBetween();
    }

    /// <summary>Asked again once, differently; after that the dialog waits until somebody comes back to it.</summary>
    private TypedOutcome.Same Misunderstood(Progress.InScenario progress, DateTimeOffset now)
    {
        var next = progress with { Misunderstood = progress.Misunderstood + 1, At = now };
        return new TypedOutcome.Same(next, [next.Misunderstood == 1 ? Prompt(next, Note.NotUnderstood, again: true) : Prompt(next, Note.NotUnderstoodAgain)]);
    }

    private static bool IsAskedBetween(Heard heard) => heard.IsQuestion || heard.Answer switch
    {
        Answer.Answered or Answer.Asks => heard.Answer.Confidence > Plainly,
        Answer.Help help => help.Topic is HelpTopic.ShowPolicy or HelpTopic.Acknowledge or HelpTopic.Thanks or HelpTopic.Greeting,
        _ => false,
    };

    private static string? LastTold(Progress.InScenario progress) => progress.Facts is [.., var last] ? last.Fact : null;

    private static bool Knows(Progress.InScenario progress, string fact) => progress.Told[fact] is not null;

    private DialogReply Prompt(Progress progress, Note note, bool again = false) => progress switch
    {
        Progress.InScenario inScenario => ScenarioDialog.Prompt(scenarios.Find(inScenario.Scenario)!, inScenario, note, again),
        Progress.Choosing choosing => new DialogReply.Chooses(choosing, note),
        _ => new DialogReply.Cancelled(),
    };
}
