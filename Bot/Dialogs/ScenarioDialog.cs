using PolicyBot.Answers;

namespace PolicyBot.Dialogs;

/// <summary>The steps within one scenario: pure functions of how far it is, what was said, and now.</summary>
internal static class ScenarioDialog
{
    /// <summary>Words from which on an answer may tell more than was asked.</summary>
    private const int Telling = 4;

    /// <summary>What is asked now, or the end.</summary>
    public static DialogReply Prompt(Scenario scenario, Progress.InScenario progress, Note note = Note.None, bool again = false) =>
        progress.Correcting is { } name
            ? new DialogReply.Asks(scenario, scenario.Fact(name), progress, note, again)
            : Next(scenario, progress.Told) switch
            {
                Dialogs.Next.Asks next => new DialogReply.Asks(scenario, next.Fact, progress, note, again),
                Dialogs.Next.Ends { Outcome.Route: { } concern } => new DialogReply.Route(concern),
                Dialogs.Next.Ends end => new DialogReply.Ends(scenario, progress.Told, end.Outcome, note),
                _ => throw new InvalidOperationException("A scenario asks or ends."),
            };

    /// <summary>The fact that is asked now; null at an end.</summary>
    public static Fact? Asked(Scenario scenario, Progress.InScenario progress) =>
        progress.Correcting is { } name ? scenario.Fact(name) : (Next(scenario, progress.Told) as Dialogs.Next.Asks)?.Fact;

    /// <summary>A guess may refuse, never permit: an excuse that was told unasked is asked before anything is permitted.</summary>
    private static Next Next(Scenario scenario, Told told) =>
        scenario.Next(told) is Dialogs.Next.Ends { Outcome.Verdict: Verdict.May }
        && told.FirstOrDefault(each => each.IsFromStory && scenario.Fact(each.Fact).IsExcuse(each.Value)) is { } guessed
            ? new Dialogs.Next.Asks(scenario.Fact(guessed.Fact))
            : scenario.Next(told);

    public static Progress.InScenario Answer(Progress.InScenario progress, Fact fact, FactValue value, DateTimeOffset now) =>
        ((Progress.InScenario)progress.Moved(now)) with { Facts = progress.Told.With(new ToldFact(fact.Name, value.Name)), Correcting = null };

    /// <summary>What a longer answer tells beside what was asked, and was not told before.</summary>
    public static Progress.InScenario TellMore(Scenario scenario, Progress.InScenario progress, Story story) =>
        story.Words.Count < Telling ? progress : progress with { Facts = FromStory(scenario, story, progress.Told) };

    /// <summary>What a story tells unasked.</summary>
    public static Told FromStory(Scenario scenario, Story story, Told told) => scenario.Facts
        .Where(fact => told[fact.Name] is null)
        .Select(fact => (fact, value: AnswerReader.TelltaleOf(fact, story)))
        .Aggregate(told, (sum, pair) => pair.value is { } value ? sum.With(new ToldFact(pair.fact.Name, value.Name, IsFromStory: true)) : sum);

    /// <summary>A fact told before that a message tells otherwise: "actually i knew her before".</summary>
    public static Progress.InScenario? Correct(Scenario scenario, Progress.InScenario progress, Story story, DateTimeOffset now)
    {
        foreach (var told in progress.Facts)
        {
            if (AnswerReader.TelltaleOf(scenario.Fact(told.Fact), story) is { } value && value.Name != told.Value)
                return Answer(progress, scenario.Fact(told.Fact), value, now);
        }

        return null;
    }

    /// <returns>The progress before the last answer; null where none was given.</returns>
    public static Progress.InScenario? Back(Progress.InScenario progress, DateTimeOffset now)
    {
        if (progress.Correcting is not null)
            return ((Progress.InScenario)progress.Moved(now)) with { Correcting = null };

        return progress.Facts.LastOrDefault(told => !told.IsFromStory) is { } last
            ? ((Progress.InScenario)progress.Moved(now)) with { Facts = progress.Told.Without(last.Fact) }
            : null;
    }
}
