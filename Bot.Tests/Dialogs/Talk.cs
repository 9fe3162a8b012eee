using PolicyBot.Acknowledgements;
using PolicyBot.Answers;
using PolicyBot.Dialogs;
using PolicyBot.Questions;
using PolicyBot.Tests.Answers;

namespace PolicyBot.Tests.Dialogs;

/// <summary>A member of staff and the dialogs, turn by turn, with nothing around them.</summary>
internal sealed class Talk
{
    private readonly DialogSet _dialogs;
    private readonly Hearing _hearing;

    public Talk(Scenarios scenarios, AnswerEngine engine, params PassedQuestion[] answered)
    {
        var precedents = new Precedents(new AnsweredBefore(answered), engine);
        precedents.TryReadAsync(CancellationToken.None).GetAwaiter().GetResult();

        var phrases = Phrases.Load(engine, []);
        var reader = new AnswerReader(scenarios.Stories, phrases);
        var again = new SecondHearing(reader, engine);
        _hearing = new Hearing(engine, phrases, precedents, scenarios);
        _dialogs = new DialogSet(new Openings(scenarios), new TypedTurn(phrases, reader, again, new AcknowledgeTurn(phrases, reader, again)), _hearing, Understandings.Read([.. scenarios.All.Select(scenario => scenario.Policy).Distinct()]).All);
    }

    public static Talk WithShipped() => new(ShippedDialogs.Scenarios, ShippedEngine.Engine);

    public DialogState? State { get; set; }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 25, 16, 0, 0, TimeSpan.Zero);

    /// <summary>Of the last turn.</summary>
    public DialogTurn Turn { get; private set; } = DialogTurn.Unchanged();

    public Progress? Top => _dialogs.In(State, Now).Top;

    public Heard Hear(string text) => _hearing.Hear(text);

    public bool MayBegin(Heard heard) => _dialogs.MayBegin(heard);

    public bool MayBeChosen(Heard heard) => _dialogs.MayBeChosen(heard, isWaiting: true);

    public IReadOnlyList<DialogReply> Plain(Heard heard) => _dialogs.Plain(heard);

    public IReadOnlyList<DialogReply> Say(string text) => Say(Hear(text));

    public IReadOnlyList<DialogReply> Say(Heard heard) => Take(_dialogs.Take(_dialogs.In(State, Now), heard));

    /// <summary>As the edge passes on what is written to a draft.</summary>
    public IReadOnlyList<DialogReply> Write(string text, CleanText clean) => Say(Hear(text) with { Clean = clean });

    public IReadOnlyList<DialogReply> Press(Press press) => Take(_dialogs.Take(_dialogs.In(State, Now), press));

    public IReadOnlyList<DialogReply> Press(string fact, string value) => Press(new Press.Answer(Here, fact, value));

    public IReadOnlyList<DialogReply> Press(Steering steering, string? fact = null) => Press(new Press.Steer(Here, steering, fact));

    public IReadOnlyList<DialogReply> Begin(string scenario, params (string Fact, string Value)[] told) =>
        Press(new Press.Begin(scenario, new Told([.. told.Select(each => new ToldFact(each.Fact, each.Value))])));

    /// <summary>Where the buttons of the card shown last stand.</summary>
    public Place Here => new(Top!.Instance, Top.Step, (Top as Progress.InScenario)?.Scenario ?? "");

    public string? Told(string fact) => (Top as Progress.InScenario)?.Told[fact];

    private IReadOnlyList<DialogReply> Take(DialogTurn turn)
    {
        (Turn, State) = (turn, turn.State ?? State);
        return turn.Replies;
    }
}
