using PolicyBot.Answers;

namespace PolicyBot.Dialogs;

/// <summary>Decides what is typed while a policy is being acknowledged. Nothing is confirmed by a guess.</summary>
internal sealed class AcknowledgeTurn(Phrases phrases, AnswerReader reader, SecondHearing again)
{
    public TypedOutcome Take(DialogContext dialogs, DialogReply.AsksToAcknowledge asked, Heard heard)
    {
        var fact = new Fact("", "", "", "", [.. AcknowledgeDialog.OptionsOf(asked.Step, phrases).Select(option => new FactValue(option.Value, option.Label, option.Label, null, null))]);
        if (Outright(fact, asked.Step, heard) is { } said)
            return new TypedOutcome.Marked(said.Name);
        if (heard.Answer is Answer.Safeguarding worry && again.Merely(fact, heard, isCertain: worry.Otherwise is null) is null)
            return TypedTurn.Worry(dialogs, asked.Progress, worry);
        if (heard.Acknowledges)
            return asked.Step is AcknowledgeStep.Read && !heard.IsQuestion ? new TypedOutcome.Marked(AcknowledgeDialog.HasRead) : new TypedOutcome.Untouched([asked]);
        if (phrases.IsUnsure(heard.Story.Words))
            return new TypedOutcome.Untouched([asked]);

        return reader.Match(fact, heard.Story, heard.IsQuestion) switch
        {
            null => new TypedOutcome.AskedBetween(),
            { Name: AcknowledgeDialog.Confirms } => new TypedOutcome.Untouched([asked]),
            var guessed => new TypedOutcome.Marked(guessed.Name),
        };
    }

    /// <summary>The button's words, its number, and where it is no question of the quiz "yes" alone.</summary>
    private FactValue? Outright(Fact fact, AcknowledgeStep step, Heard heard) =>
        reader.Exactly(fact, heard.Story)
        ?? (heard.Story.Words is ["1"] || (heard.Story.Words is ["yes"] && step is not AcknowledgeStep.Answer) ? fact.Values[0] : null);
}
