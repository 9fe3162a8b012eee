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

    /// <summary>An answer of <see cref="AcknowledgeDialog"/>.</summary>
    internal sealed record Marked(string Value) : TypedOutcome;

    internal sealed record AskedBetween : TypedOutcome;

    /// <summary>The draft is to be sent.</summary>
    internal sealed record Sent(CleanText Text, bool IsAnonymous) : TypedOutcome;

    /// <summary>The manager's answer.</summary>
    internal sealed record Written(string Question, string Text) : TypedOutcome;
}

/// <summary>
/// Decides what a message in the middle of a dialog is: a word to steer by, a worry, an answer, something else that is
/// asked, a correction, or nothing that is understood. In that order; only the very words of a button go before a worry.
/// </summary>
internal sealed class TypedTurn(Phrases phrases, AnswerReader reader, SecondHearing again, AcknowledgeTurn acknowledge)
{
    private const double Plainly = .6, Recognisably = .3;

    /// <summary>Words from which on a message that no policy speaks of is something asked, and not merely odd.</summary>
    private const int Telling = 5;

    /// <summary>Whether what sounds like a worry might be nothing but an answer.</summary>
    public bool MayAnswer(IEnumerable<Scenario> scenarios, Heard heard) => scenarios.Any(scenario => scenario.Facts.Any(fact => again.MayBeMerely(fact, heard)));

    public TypedOutcome Take(DialogContext dialogs, Progress top, Heard heard)
    {
        if (phrases.SteeringIn(heard.Story.Words) is var steering and not Steering.None)
            return Steer(dialogs, top, steering, null);

        return top switch
        {
            Progress.InScenario progress => Take(dialogs, progress, dialogs.ContentOf(progress)!, heard),
            Progress.Choosing choosing => Take(dialogs, choosing, heard),
            Progress.Acknowledging => acknowledge.Take(dialogs, (DialogReply.AsksToAcknowledge)dialogs.Prompt(top), heard),
            _ when heard.Answer is Answer.Safeguarding => new TypedOutcome.Untouched([new DialogReply.Answers(heard.Answer)]),
            Progress.Drafting drafting => Take(dialogs, drafting, heard),
            Progress.Answering answering => new TypedOutcome.Written(answering.Question, heard.Text.Trim()),
            _ => new TypedOutcome.Cancelled(),
        };
    }

    public static TypedOutcome Steer(DialogContext dialogs, Progress top, Steering steering, string? fact) => (steering, top) switch
    {
        (Steering.Cancel, _) => new TypedOutcome.Cancelled(),
        (Steering.Back, Progress.InScenario progress) => ScenarioDialog.Back(progress, dialogs.Now) is { } back
            ? new TypedOutcome.Moved(back)
            : new TypedOutcome.Untouched([dialogs.Prompt(top, Note.FirstQuestion)]),
        (Steering.StartAgain, Progress.InScenario progress) => new TypedOutcome.Moved(
            ((Progress.InScenario)progress.Moved(dialogs.Now)) with { Facts = [], Correcting = null }, Note.StartedAgain),
        (Steering.Change, Progress.InScenario progress) when (fact ?? LastTold(progress)) is { } name && Knows(progress, name) =>
            new TypedOutcome.Moved(((Progress.InScenario)progress.Moved(dialogs.Now)) with { Correcting = name }),
        (Steering.Help, _) => new TypedOutcome.Untouched([new DialogReply.Help(), dialogs.Prompt(top, Note.None)]),
        (Steering.Explain, _) => new TypedOutcome.Untouched([dialogs.Prompt(top, Note.None, again: true)]),
        _ => new TypedOutcome.Untouched([dialogs.Prompt(top, Note.None)]),
    };

    private TypedOutcome Take(DialogContext dialogs, Progress.InScenario progress, Scenario scenario, Heard heard)
    {
        var (story, answer, now) = (heard.Story, heard.Answer, dialogs.Now);
        if (ScenarioDialog.Asked(scenario, progress) is not { } fact)
            return new TypedOutcome.Moved(progress);
        if (reader.Exactly(fact, story) is { } exact)
            return new TypedOutcome.Moved(ScenarioDialog.Answer(progress, fact, exact, now));
        if (answer is Answer.Safeguarding worry)
        {
            return again.Merely(fact, heard, isCertain: worry.Otherwise is null) is { } merely
                ? new TypedOutcome.Moved(ScenarioDialog.Answer(progress, fact, merely, now))
                : Worry(dialogs, progress, worry);
        }

        if (!heard.IsQuestion && !IsSaidToTheBot(answer) && again.IsUnsettling(fact, heard))
            return Worry(dialogs, progress, new Answer.Safeguarding(Concern.Worry, heard.Answer.Confidence) { Otherwise = answer });
        if (heard.IsQuestion && reader.Surely(fact, story) is null && IsElsewhere(scenario, heard))
            return new TypedOutcome.AskedBetween();
        if (reader.Match(fact, story, heard.IsQuestion) is { } value)
            return new TypedOutcome.Moved(ScenarioDialog.TellMore(scenario, ScenarioDialog.Answer(progress, fact, value, now), story));
        if (ScenarioDialog.Correct(scenario, progress, story, now) is { } corrected)
            return new TypedOutcome.Moved(corrected, Note.Corrected);

        if (IsAskedBetween(heard))
            return new TypedOutcome.AskedBetween();

        return ScenarioDialog.TellMore(scenario, progress, story) is var more && more.Facts.Count > progress.Facts.Count
            ? new TypedOutcome.Moved(more.Moved(now))
            : Misunderstood(dialogs, progress);
    }

    /// <summary>
    /// The route. What may be no worry, but an answer, is asked again behind it; of what kind it would be nobody knows, and the
    /// route's card asks.
    /// </summary>
    public static TypedOutcome.Untouched Worry(DialogContext dialogs, Progress top, Answer.Safeguarding worry) => worry.Otherwise is null
        ? new TypedOutcome.Untouched([new DialogReply.Answers(worry)])
        : new TypedOutcome.Untouched([new DialogReply.Route(Concern.Worry), dialogs.Prompt(top, Note.Resumed)]);

    private TypedOutcome Take(DialogContext dialogs, Progress.Choosing choosing, Heard heard)
    {
        var (story, answer) = (heard.Story, heard.Answer);
        var exact = choosing.Choices.FirstOrDefault(choice => reader.IsSame(choice.Label, story));
        if (exact is not null)
            return new TypedOutcome.Chosen(exact.Says);

        var fact = new Fact("choice", "", choosing.Question, "", [.. choosing.Choices.Select((choice, i) => new FactValue($"{i}", choice.Label, choice.Label, null, null))]);
        if (answer is Answer.Safeguarding worry && again.Merely(fact, heard, isCertain: worry.Otherwise is null) is null)
            return Worry(dialogs, choosing, worry);
        if (phrases.IsUnsure(story.Words))
            return new TypedOutcome.Untouched([dialogs.Prompt(choosing)]);

        return reader.Match(fact, story, heard.IsQuestion) is { } value
            ? new TypedOutcome.Chosen(choosing.Choices[int.Parse(value.Name, System.Globalization.CultureInfo.InvariantCulture)].Says)
            : new TypedOutcome.AskedBetween();
    }

    /// <summary>Words to send by, or the text itself.</summary>
    private TypedOutcome Take(DialogContext dialogs, Progress.Drafting drafting, Heard heard)
    {
        var written = new CleanText(drafting.Text ?? "", IsChanged: false);
        if (phrases.IsSendWithoutName(heard.Story.Words))
            return new TypedOutcome.Sent(written, IsAnonymous: true);
        if (phrases.IsSend(heard.Story.Words) || (drafting.Text is not null && heard.Story.Words is [var only] && phrases.IsYes([only])))
            return new TypedOutcome.Sent(written, IsAnonymous: false);
        if (heard.ForManager is { Length: 0 })
            return new TypedOutcome.Untouched([dialogs.Prompt(drafting)]);
        if (heard.Clean is not { IsUnchecked: false } clean)
            return new TypedOutcome.Untouched([dialogs.Prompt(drafting, Note.NotChecked)]);

        return new TypedOutcome.Moved(DraftDialog.Written(drafting, clean, dialogs.Now), clean.Note);
    }

    /// <summary>Asked again once, differently; after that the dialog waits until somebody comes back to it.</summary>
    private static TypedOutcome.Same Misunderstood(DialogContext dialogs, Progress.InScenario progress)
    {
        var next = progress with { Misunderstood = progress.Misunderstood + 1, At = dialogs.Now };
        return new TypedOutcome.Same(next, [next.Misunderstood == 1
            ? dialogs.Prompt(next, Note.NotUnderstood, again: true)
            : dialogs.Prompt(next, Note.NotUnderstoodAgain)]);
    }

    /// <summary>A question that is plainly of another kind than those that lead here tells nothing here, whatever words it has.</summary>
    private static bool IsElsewhere(Scenario scenario, Heard heard) =>
        heard.Answer is { Kind: { } kind, Confidence: > Recognisably }
        && !scenario.Entrances.Any(entrance => entrance.Topic is not null && entrance.IsFor(kind) && entrance.Telltale?.IsIn(heard.Story) != false);

    private static bool IsAskedBetween(Heard heard) => heard.IsQuestion || heard.Answer switch
    {
        Answer.NotCovered { IsUnderstood: true } => heard.Story.Words.Count >= Telling && heard.Answer.Confidence > Plainly,
        Answer.Answered or Answer.Asks => heard.Answer.Confidence > Plainly,
        _ => IsSaidToTheBot(heard.Answer),
    };

    /// <summary>It answers nothing that was asked, and is no worry either.</summary>
    private static bool IsSaidToTheBot(Answer answer) => answer is Answer.Help { Topic: HelpTopic.ShowPolicy or HelpTopic.Acknowledge or HelpTopic.Thanks or HelpTopic.Greeting };

    private static string? LastTold(Progress.InScenario progress) => progress.Facts is [.., var last] ? last.Fact : null;

    private static bool Knows(Progress.InScenario progress, string fact) => progress.Told[fact] is not null;
}
