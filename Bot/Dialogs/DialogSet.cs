using PolicyBot.Acknowledgements;
using PolicyBot.Answers;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>
/// Begins and continues dialogs: pure functions of the dialogs open, what was said, and now. What may concern the safety
/// of a child changes nothing, so that nothing of it is written anywhere.
/// </summary>
internal sealed class DialogSet(Openings openings, TypedTurn typed, Hearing hearing, Understandings understandings)
{
    /// <param name="person">Who the channel vouches for.</param>
    public DialogContext In(DialogState? state, DateTimeOffset now, string person = "") =>
        new(openings.Scenarios, understandings, state ?? DialogState.Empty, now) { Person = person };

    /// <summary>Whether a message may begin a dialog, so that it is worth asking what the conversation remembers.</summary>
    public bool MayBegin(Heard heard) => !GoesFirst(heard)
        && (heard.Walk is not null || heard.ForManager is not null || heard.Acknowledges
            || (openings.For(heard) is { IsBegun: true } opening ? opening.IsOpenAfter(heard.Answer) : Choices(heard.Answer) is not null));

    /// <summary>Whether a message that sounds like a worry is an answer to what may have been asked, or the title of a scenario.</summary>
    public bool MayBeChosen(Heard heard, bool isWaiting) => openings.IsTitled(heard) || (isWaiting && typed.MayAnswer(openings.Scenarios.All, heard));

    /// <summary>Whether it is a worry, before which nothing begins but the title of a scenario; of what may be none, any of its names does.</summary>
    private bool GoesFirst(Heard heard) => heard.Answer is Answer.Safeguarding worry
        && !openings.IsTitled(heard) && (worry.Otherwise is null || !openings.IsNamed(heard));

    /// <summary>What is said to a message that has nothing to do with any dialog.</summary>
    public IReadOnlyList<DialogReply> Plain(Heard heard) => openings.For(heard) switch
    {
        { End.Route: { } concern } => [new DialogReply.Route(concern), new DialogReply.Answers(heard.Answer)],
        { IsBegun: true, End: { } end } opening when opening.SaysMoreThan(heard.Answer) => [new DialogReply.Ends(opening.Scenario, opening.Told, end)],
        { IsBegun: false } opening when heard.Precedent is null => [new DialogReply.Answers(heard.Answer), new DialogReply.Offers(opening)],
        _ when heard is { Answer: Answer.NotCovered given, Precedent: { } precedent } => [new DialogReply.Answers(given), new DialogReply.Repeats(precedent)],
        _ when heard.Answer is Answer.NotCovered silent => [new DialogReply.Answers(silent), new DialogReply.OffersManager(heard.Text, silent.Policy?.Id.Value)],
        _ => [new DialogReply.Answers(heard.Answer)],
    };

    public DialogTurn Take(DialogContext dialogs, Heard heard) =>
        dialogs.Top is { } top ? Continue(dialogs, top, heard) : Begin(dialogs.Cleared, heard) ?? DialogTurn.Unchanged(Plain(heard));

    public DialogTurn Take(DialogContext dialogs, Press press) => press switch
    {
        Press.Unsafe unsafely => DialogTurn.Unchanged(new DialogReply.Route(unsafely.Concern)),
        Press.Begin begin => Begin(dialogs.Cleared, begin),
        Press.PassOn passOn => dialogs.Cleared.BeginDraft(passOn.Text ?? Summary(passOn), passOn.Policy, passOn.Note),
        Press.Acknowledge acknowledge when understandings.Policies.FirstOrDefault(policy => policy.Id.Value == acknowledge.Policy) is { } policy => dialogs.Cleared.BeginAcknowledging(policy),
        Press.Write write => dialogs.BeginAnswer(write.Question),
        Press.Answer answer when RouteOfOld(dialogs, answer) is { } concern => DialogTurn.Unchanged(new DialogReply.Route(concern)),
        Press.Answer answer => WhereCurrent(dialogs, answer.Place, (open, top) => Answered(open, top, answer)),
        Press.Choice choice => WhereCurrent(dialogs, choice.Place, (open, top) => Choose(open, top, choice)),
        Press.Send send => WhereCurrent(dialogs, send.Place, (open, top) => DraftDialog.Send(open, top, send.Text, send.IsAnonymous)),
        Press.Steer steer => WhereCurrent(dialogs, steer.Place, (open, top) => Settle(open, top, TypedTurn.Steer(open, top, steer.Steering, steer.Fact), null)),
        _ => DialogTurn.Unchanged(),
    };

    /// <summary>The policy that is named, otherwise the first.</summary>
    private Policy? ToAcknowledge(Heard heard) =>
        understandings.Policies.FirstOrDefault(policy => heard.Text.Contains(policy.Title, StringComparison.OrdinalIgnoreCase)) ?? understandings.Policies.FirstOrDefault();

    private DialogTurn? Begin(DialogContext dialogs, Heard heard)
    {
        if (GoesFirst(heard))
            return null;
        if (heard.ForManager is { } text)
            return dialogs.BeginDraft(text.Length > 0 ? text : null, null, heard.Clean?.Note ?? Note.None);
        if (heard.Walk is not null)
            return openings.Asked(heard) is { } asked ? dialogs.Begin(asked, isTakenUp: true) : DialogTurn.Unchanged(new DialogReply.Lists(openings.Scenarios.All));
        if (heard.Acknowledges && ToAcknowledge(heard) is { } policy)
            return dialogs.BeginAcknowledging(policy);
        if (openings.For(heard) is { IsBegun: true } opening)
            return opening.IsOpenAfter(heard.Answer) ? After(heard.Answer, dialogs.Begin(opening, isTakenUp: false)) : null;

        return Choices(heard.Answer) is { } choices ? After(heard.Answer, dialogs.Begin(choices.Question, choices.Choices)) : null;
    }

    private DialogTurn Begin(DialogContext dialogs, Press.Begin begin)
    {
        if (openings.Scenarios.Find(begin.Scenario) is not { } scenario)
            return DialogTurn.Unchanged(new DialogReply.Over(null, Note.Ended));

        var told = new Told([.. begin.Told.Where(each => scenario.Facts.Any(fact => fact.Name == each.Fact && fact.Value(each.Value) is not null))]);
        return dialogs.Begin(new Opening(scenario, told, true), isTakenUp: true, scenario.Facts.Any(fact => fact.Name == begin.Correcting) ? begin.Correcting : null);
    }

    private DialogTurn Continue(DialogContext dialogs, Progress top, Heard heard)
    {
        if (dialogs.Outdated(top) is { } over)
            return dialogs.CancelAll(over);
        if (!GoesFirst(heard) && LeadsAway(top, heard))
            return Begin(dialogs.Cleared, heard)!;

        return Settle(dialogs, top, typed.Take(dialogs, top, heard), heard);
    }

    /// <summary>In a text that is being written "help with …" or "ask the manager …" may be how it begins.</summary>
    private static bool LeadsAway(Progress top, Heard heard) => top switch
    {
        Progress.Answering => false,
        Progress.Drafting => heard is { Walk.Count: 0 } or { ForManager.Length: > 0 },
        _ => heard is { Walk: not null } or { ForManager: not null },
    };

    private DialogTurn Settle(DialogContext dialogs, Progress top, TypedOutcome outcome, Heard? heard) => outcome switch
    {
        TypedOutcome.Moved moved => dialogs.Continue(moved.Progress, moved.Note),
        TypedOutcome.Same same => new DialogTurn(dialogs.State.With(same.Progress), same.Replies),
        TypedOutcome.Untouched untouched => DialogTurn.Unchanged(untouched.Replies),
        TypedOutcome.Chosen chosen => Chosen(dialogs, top, chosen.Says),
        TypedOutcome.Sent sent => DraftDialog.Send(dialogs, top, sent.Text, sent.IsAnonymous),
        TypedOutcome.Written written => dialogs.End(top, new DialogReply.Answered()) with { Written = new Written(written.Question, written.Text) },
        TypedOutcome.Marked marked when top is Progress.Acknowledging acknowledging => AcknowledgeDialog.Answer(dialogs, acknowledging, marked.Value),
        TypedOutcome.AskedBetween when heard is not null => Between(dialogs, top, heard),
        _ => dialogs.Cancel(top),
    };

    /// <summary>What was only offered gives way where somebody presses a button of what lies open below it.</summary>
    private static DialogTurn WhereCurrent(DialogContext dialogs, Place place, Func<DialogContext, Progress, DialogTurn> turn)
    {
        if (dialogs.Top is { IsTakenUp: false } offered && dialogs.Without(offered) is { Top: { } below } without && place.IsOf(below))
            return WhereCurrent(without, place, turn);
        if (dialogs.Top is not { } top)
            return DialogTurn.Unchanged(new DialogReply.Over(dialogs.Scenarios.Find(place.Scenario), Note.Ended));
        if (dialogs.Outdated(top) is { } over)
            return dialogs.CancelAll(over);

        return place.IsOf(top) ? turn(dialogs, top) : DialogTurn.Unchanged(dialogs.Prompt(top, Note.Stale));
    }

    /// <summary>"Yes, right now" on a card of yesterday is no less a worry.</summary>
    private static Concern? RouteOfOld(DialogContext dialogs, Press.Answer press) =>
        dialogs.Top is { } top && press.Place.IsOf(top) ? null
        : dialogs.Scenarios.Find(press.Place.Scenario) is { } scenario ? ScenarioWalk.RouteOf(scenario, press.Fact, press.Value)
        : null;

    private static DialogTurn Answered(DialogContext dialogs, Progress top, Press.Answer press) =>
        top is Progress.Acknowledging acknowledging ? AcknowledgeDialog.Answer(dialogs, acknowledging, press.Value)
        : top is Progress.InScenario progress && dialogs.ContentOf(progress) is { } scenario
        && scenario.Facts.FirstOrDefault(fact => fact.Name == press.Fact) is { } fact && fact.Value(press.Value) is { } value
            ? dialogs.Continue(ScenarioDialog.Answer(progress, fact, value, dialogs.Now))
            : DialogTurn.Unchanged(dialogs.Prompt(top, Note.Stale));

    private DialogTurn Choose(DialogContext dialogs, Progress top, Press.Choice press) =>
        top is Progress.Choosing choosing && press.Number >= 0 && press.Number < choosing.Choices.Count
            ? Chosen(dialogs, top, choosing.Choices[press.Number].Says)
            : DialogTurn.Unchanged(dialogs.Prompt(top, Note.Stale));

    /// <summary>A choice is a whole sentence, which is answered as if it had been typed.</summary>
    private DialogTurn Chosen(DialogContext dialogs, Progress top, string says)
    {
        var (heard, left) = (hearing.Hear(says), dialogs.Without(top));
        if (IsWorry(heard))
            return DialogTurn.Unchanged(Plain(heard));
        return left.Top is not null ? dialogs.End(top, new DialogReply.Answers(heard.Answer))
            : Begin(left.Cleared, heard) ?? new DialogTurn(left.State, Plain(heard));
    }

    /// <summary>Something asked in between: answered, and the dialog goes on where it was. What nobody took up gives way.</summary>
    private DialogTurn Between(DialogContext dialogs, Progress top, Heard heard)
    {
        if (IsWorry(heard))
            return DialogTurn.Unchanged(Plain(heard));
        if (!top.IsTakenUp)
            return InPlaceOf(top, dialogs, heard);
        if (dialogs.HasRoom && openings.For(heard)?.Scenario.Id.Value != (top as Progress.InScenario)?.Scenario && Begin(dialogs, heard) is { } begun)
            return begun;

        var interrupted = top with { Interrupted = top.Interrupted + 1, At = dialogs.Now };
        DialogReply then = interrupted.Interrupted == 1 ? dialogs.Prompt(top, Note.Resumed) : new DialogReply.StillOpen(dialogs.TitleOf(top));
        return new DialogTurn(dialogs.State.With(interrupted), [.. Plain(heard).Where(reply => reply is not (DialogReply.Offers or DialogReply.OffersManager)), then]);
    }

    private DialogTurn InPlaceOf(Progress top, DialogContext dialogs, Heard heard)
    {
        var left = dialogs.Without(top);
        return left.Top is { } below ? Between(left, below, heard)
            : Begin(left.Cleared, heard) ?? new DialogTurn(left.Cleared.State, Plain(heard));
    }

    /// <summary>Whether a message leads to the safeguarding route, by itself or by what it tells a scenario.</summary>
    private bool IsWorry(Heard heard) => heard.Answer is Answer.Safeguarding || openings.For(heard) is { End.Route: not null };

    /// <summary>The question for the manager, from what was told in a scenario.</summary>
    private string? Summary(Press.PassOn passOn) => openings.Scenarios.Find(passOn.Scenario) is not { } scenario ? null
        : string.Join('\n', passOn.Told.Select(told => (Fact: scenario.Facts.FirstOrDefault(fact => fact.Name == told.Fact), told.Value))
            .Select(told => (told.Fact, Value: told.Fact?.Value(told.Value))).Where(told => told.Value is not null)
            .Select(told => $"{told.Fact!.Label}: {told.Value!.Short}").Prepend(scenario.Title));

    private static (string Question, IReadOnlyList<Choice> Choices)? Choices(Answer answer) => answer switch
    {
        { Also: not null } => null,
        Answer.Asks asks => (asks.FollowUp.Question, asks.FollowUp.Choices),
        Answer.Unclear unclear => ("", unclear.Readings),
        _ => null,
    };

    private static DialogTurn After(Answer answer, DialogTurn turn) => turn with { Replies = [new DialogReply.Answers(answer), .. turn.Replies] };
}
