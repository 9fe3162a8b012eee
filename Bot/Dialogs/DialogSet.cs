using PolicyBot.Answers;

namespace PolicyBot.Dialogs;

/// <summary>
/// Begins, continues, replaces and ends dialogs, in Bot Builder's words: pure functions of the dialogs open, what was
/// said, and now. What may concern the safety of a child changes nothing, so that nothing of it is written anywhere.
/// </summary>
internal sealed class DialogSet(Scenarios scenarios, Openings openings, TypedTurn typed, Hearing hearing)
{
    /// <summary>Nobody comes back to a question after so long.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(24);

    private const int Deepest = 3;

    public static bool IsOpen(DialogState? state, DateTimeOffset now) => state is { Stack: [.., var top] } && now - top.At < Lifetime;

    /// <summary>A message while nothing is open.</summary>
    /// <returns>Null where it begins no dialog.</returns>
    public DialogTurn? Begin(DialogState? state, Heard heard, DateTimeOffset now)
    {
        var fresh = (state ?? DialogState.Empty) with { Stack = [] };
        if (heard is { Walk: not null, Answer: not Answer.Safeguarding })
            return openings.Asked(heard) is { } asked
                ? Begin(fresh, asked, isTakenUp: true, now)
                : new DialogTurn(null, [new DialogReply.Lists(scenarios.All)]);
        if (openings.For(heard) is { IsBegun: true, IsOpen: true } opening)
            return WithAnswer(heard.Answer, Begin(fresh, opening, isTakenUp: false, now));

        return Choices(heard.Answer) is { } choices ? WithAnswer(heard.Answer, Push(fresh, Choosing(fresh, choices, now))) : null;
    }

    /// <returns>The scenario to offer beside an answer; null where none belongs to it.</returns>
    public Opening? Offer(Heard heard) => openings.For(heard);

    /// <summary>Whether a message may begin a dialog, so that it is worth asking what the conversation remembers.</summary>
    public bool MayBegin(Heard heard) =>
        heard.Walk is not null || openings.For(heard) is { IsBegun: true, IsOpen: true } || Choices(heard.Answer) is not null;

    /// <summary>A message while a dialog is open.</summary>
    /// <returns>Null where it has nothing to do with the dialogs, which are let go.</returns>
    public DialogTurn? Continue(DialogState state, Heard heard, DateTimeOffset now)
    {
        if (state.Stack[^1] is Progress.InScenario progress && ContentOf(progress) is null)
            return new DialogTurn(state with { Stack = [] }, [new DialogReply.Over(scenarios.Find(progress.Scenario), Note.ContentChanged)]);
        if (heard is { Walk: not null, Answer: not Answer.Safeguarding })
            return Begin(state, heard, now);

        return typed.Take(state.Stack[^1], heard, now) switch
        {
            TypedOutcome.Moved moved => Settle(state, moved.Progress, moved.Note, now),
            TypedOutcome.Same same => new DialogTurn(state.With(same.Progress), same.Replies),
            TypedOutcome.Untouched untouched => new DialogTurn(null, untouched.Replies),
            TypedOutcome.Cancelled => new DialogTurn(state with { Stack = [] }, [new DialogReply.Cancelled()]),
            TypedOutcome.Chosen chosen => Chosen(state, chosen.Says, now),
            TypedOutcome.AskedBetween => Between(state, heard, now),
            _ => null,
        };
    }

    /// <summary>A button.</summary>
    public DialogTurn Continue(DialogState? state, Press press, DateTimeOffset now) => press switch
    {
        Press.Unsafe unsafely => new DialogTurn(null, [new DialogReply.Route(unsafely.Concern)]),
        Press.Begin begin => Begin((state ?? DialogState.Empty) with { Stack = [] }, begin, now),
        Press.Answer answer => WhereCurrent(state, answer.Place, now, progress => Answered(state!, progress, answer, now)),
        Press.Choice choice => WhereCurrent(state, choice.Place, now, progress => Choose(state!, progress, choice, now)),
        Press.Steer steer => WhereCurrent(state, steer.Place, now, progress => Steer(state!, progress, steer, now)),
        _ => new DialogTurn(null, []),
    };

    private DialogTurn Begin(DialogState state, Press.Begin begin, DateTimeOffset now)
    {
        if (scenarios.Find(begin.Scenario) is not { } scenario)
            return new DialogTurn(null, [new DialogReply.Over(null, Note.Ended)]);

        var told = new Told([.. begin.Told.Where(each => scenario.Facts.Any(fact => fact.Name == each.Fact && fact.Value(each.Value) is not null))]);
        var begun = Begun(state, new Opening(scenario, told, true), now) with { IsTakenUp = true };
        return Settle(state, scenario.Facts.Any(fact => fact.Name == begin.Correcting) ? begun with { Correcting = begin.Correcting } : begun, Note.None, now);
    }

    private DialogTurn Begin(DialogState state, Opening opening, bool isTakenUp, DateTimeOffset now) =>
        Settle(state, Begun(state, opening, now) with { IsTakenUp = isTakenUp }, Note.None, now);

    private static Progress.InScenario Begun(DialogState state, Opening opening, DateTimeOffset now) =>
        new(opening.Scenario.Id.Value, opening.Scenario.Fingerprint, state.NewInstance(now), now) { Facts = opening.Told };

    /// <summary>Progress is put in its place, and what comes of it said: the next question, or the end and what was open below.</summary>
    private DialogTurn Settle(DialogState state, Progress progress, Note note, DateTimeOffset now)
    {
        if (progress is not Progress.InScenario inScenario)
            return new DialogTurn(state.With(progress), [Prompt(progress, note)]);

        var reply = ScenarioDialog.Prompt(scenarios.Find(inScenario.Scenario)!, inScenario, note);
        return reply switch
        {
            DialogReply.Route => new DialogTurn(null, [reply]),
            DialogReply.Ends => Ended(state, progress, reply),
            _ => new DialogTurn(state.With(progress), [reply]),
        };
    }

    private DialogTurn Ended(DialogState state, Progress ended, DialogReply reply)
    {
        var left = state.Without(ended);
        return new DialogTurn(left, left.Stack is [.., var below] ? [reply, Prompt(below, Note.Resumed)] : [reply]);
    }

    private DialogTurn WhereCurrent(DialogState? state, Place place, DateTimeOffset now, Func<Progress, DialogTurn> turn)
    {
        if (!IsOpen(state, now))
            return new DialogTurn(null, [new DialogReply.Over(scenarios.Find(place.Scenario), Note.Ended)]);

        var top = state!.Stack[^1];
        if (top is Progress.InScenario progress && ContentOf(progress) is null)
            return new DialogTurn(state with { Stack = [] }, [new DialogReply.Over(scenarios.Find(progress.Scenario), Note.ContentChanged)]);

        return top.Instance == place.Instance && top.Step == place.Step ? turn(top) : new DialogTurn(null, [Prompt(top, Note.Stale)]);
    }

    private DialogTurn Answered(DialogState state, Progress top, Press.Answer press, DateTimeOffset now) =>
        top is Progress.InScenario progress && ContentOf(progress) is { } scenario
        && scenario.Facts.FirstOrDefault(fact => fact.Name == press.Fact) is { } fact && fact.Value(press.Value) is { } value
            ? Settle(state, ScenarioDialog.Answer(progress, fact, value, now), Note.None, now)
            : new DialogTurn(null, [Prompt(top, Note.Stale)]);

    private DialogTurn Choose(DialogState state, Progress top, Press.Choice press, DateTimeOffset now) =>
        top is Progress.Choosing choosing && press.Number >= 0 && press.Number < choosing.Choices.Count
            ? Chosen(state, choosing.Choices[press.Number].Says, now)
            : new DialogTurn(null, [Prompt(top, Note.Stale)]);

    private DialogTurn Steer(DialogState state, Progress top, Press.Steer press, DateTimeOffset now) => typed.Steer(top, press.Steering, press.Fact, now) switch
    {
        TypedOutcome.Moved moved => Settle(state, moved.Progress, moved.Note, now),
        TypedOutcome.Same same => new DialogTurn(state.With(same.Progress), same.Replies),
        TypedOutcome.Untouched untouched => new DialogTurn(null, untouched.Replies),
        _ => new DialogTurn(state with { Stack = [] }, [new DialogReply.Cancelled()]),
    };

    /// <summary>A choice is a whole sentence, which is answered as if it had been typed.</summary>
    private DialogTurn Chosen(DialogState state, string says, DateTimeOffset now)
    {
        var left = state.Without(state.Stack[^1]);
        var heard = hearing.Hear(says);
        var begun = left.Stack.Count == 0 ? Begin(left, heard, now) : null;
        return begun ?? new DialogTurn(left, left.Stack is [.., var below]
            ? [new DialogReply.Answers(heard.Answer), Prompt(below, Note.Resumed)]
            : [new DialogReply.Answers(heard.Answer)]);
    }

    /// <summary>Something asked in between: answered, and the dialog goes on where it was. What nobody took up gives way.</summary>
    private DialogTurn? Between(DialogState state, Heard heard, DateTimeOffset now)
    {
        var top = state.Stack[^1];
        if (state.Stack is [{ IsTakenUp: false }])
            return Begin(state, heard, now) ?? new DialogTurn(state.Without(top), [new DialogReply.Answers(heard.Answer)]);

        if (state.Stack.Count < Deepest && openings.For(heard) is { IsBegun: true, IsOpen: true } opening
            && opening.Scenario.Id.Value != (top as Progress.InScenario)?.Scenario)
            return WithAnswer(heard.Answer, Settle(state, Begun(state, opening, now), Note.None, now));
        if (state.Stack.Count < Deepest && Choices(heard.Answer) is { } choices)
            return WithAnswer(heard.Answer, Push(state, Choosing(state, choices, now)));

        var interrupted = top with { Interrupted = top.Interrupted + 1, At = now };
        DialogReply then = interrupted.Interrupted == 1 ? Prompt(top, Note.Resumed) : new DialogReply.StillOpen(TitleOf(top));
        return new DialogTurn(state.With(interrupted), [new DialogReply.Answers(heard.Answer), then]);
    }

    private DialogReply Prompt(Progress progress, Note note) => progress switch
    {
        Progress.InScenario inScenario when ContentOf(inScenario) is { } scenario => ScenarioDialog.Prompt(scenario, inScenario, note),
        Progress.Choosing choosing => new DialogReply.Chooses(choosing, note),
        _ => new DialogReply.Over(null, Note.ContentChanged),
    };

    private string TitleOf(Progress progress) => progress switch
    {
        Progress.InScenario inScenario => scenarios.Find(inScenario.Scenario)?.Title ?? "",
        Progress.Choosing choosing => choosing.Question,
        _ => "",
    };

    /// <returns>The scenario, or null where it is gone or has changed since the dialog began.</returns>
    private Scenario? ContentOf(Progress.InScenario progress) =>
        scenarios.Find(progress.Scenario) is { } scenario && scenario.Fingerprint == progress.Fingerprint ? scenario : null;

    private static (string Question, IReadOnlyList<Choice> Choices)? Choices(Answer answer) => answer switch
    {
        { Also: not null } => null,
        Answer.Asks asks => (asks.FollowUp.Question, asks.FollowUp.Choices),
        Answer.Unclear unclear => ("", unclear.Readings),
        _ => null,
    };

    private static Progress.Choosing Choosing(DialogState state, (string Question, IReadOnlyList<Choice> Choices) asked, DateTimeOffset now) =>
        new(asked.Question, asked.Choices, state.NewInstance(now), now);

    private static DialogTurn Push(DialogState state, Progress.Choosing choosing) =>
        new(state.With(choosing), [new DialogReply.Chooses(choosing)]);

    private static DialogTurn WithAnswer(Answer answer, DialogTurn turn) => turn with { Replies = [new DialogReply.Answers(answer), .. turn.Replies] };
}
