using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Answers;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>The dialogs of one conversation in one turn, and what can be done with their stack, in Bot Builder's words.</summary>
internal sealed record DialogContext(Scenarios Scenarios, Understandings Understandings, DialogState State, DateTimeOffset Now)
{
    /// <summary>Who the channel vouches for; empty where it says nothing.</summary>
    public string Person { get; init; } = "";

    /// <summary>What they are asked of a policy whose text they confirmed before it changed.</summary>
    public IReadOnlyList<ChangedClauses> Changed { get; init; } = [];

    /// <summary>Nobody comes back to a question after so long.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(24);

    /// <summary>More dialogs on top of each other nobody keeps in mind.</summary>
    private const int Deepest = 3;

    public Progress? Top => State.Stack is [.., var top] && Now - top.At < Lifetime ? top : null;

    public bool HasRoom => State.Stack.Count < Deepest;

    /// <summary>With nothing open but a policy that is being acknowledged, to which whatever comes between leads back.</summary>
    public DialogContext Cleared => this with { State = State with { Stack = [.. State.Stack.OfType<Progress.Acknowledging>()] } };

    public DialogContext Without(Progress progress) => this with { State = State.Without(progress) };

    public DialogTurn Begin(Opening opening, bool isTakenUp, string? correcting = null) => Continue(
        new Progress.InScenario(opening.Scenario.Id.Value, opening.Scenario.Fingerprint, State.NewInstance(Now), Now)
        {
            Facts = opening.Told,
            IsTakenUp = isTakenUp,
            Correcting = correcting,
        });

    public DialogTurn Begin(string question, IReadOnlyList<Choice> choices) =>
        Continue(new Progress.Choosing(question, choices, State.NewInstance(Now), Now));

    /// <summary>A text that is to be sent, by somebody who asked for that.</summary>
    public DialogTurn BeginDraft(string? text, string? policy, Note note) =>
        Continue(new Progress.Drafting(text, policy, State.NewInstance(Now), Now) { IsTakenUp = true }, note);

    public DialogTurn BeginAnswer(string question) =>
        Continue(new Progress.Answering(question, State.NewInstance(Now), Now) { IsTakenUp = true });

    /// <summary>The policy is shown, whole or what is different; then what follows is asked.</summary>
    public DialogTurn BeginAcknowledging(Policy policy)
    {
        var others = State with { Stack = [.. State.Stack.Where(each => each is not Progress.Acknowledging)] };
        var changed = Changed.FirstOrDefault(each => each.Policy.Id == policy.Id);
        var progress = new Progress.Acknowledging(policy.Id.Value, policy.TextHash, State.NewInstance(Now), Now)
        {
            IsTakenUp = true,
            Clauses = changed?.Ids,
            Earlier = changed?.Receipt,
        };
        return new DialogTurn(others.With(progress), [new DialogReply.ShowsPolicy(policy, changed), Prompt(progress)])
        {
            Registered = new(policy, [AcknowledgeDialog.Opened(policy, Now)]),
        };
    }

    /// <summary>Progress is put in its place and what comes of it said: the next question, or the end and what was open below.</summary>
    public DialogTurn Continue(Progress progress, Note note = Note.None, bool again = false)
    {
        var reply = Prompt(progress, note, again);
        return reply switch
        {
            DialogReply.Route => new DialogTurn(null, [reply]),
            DialogReply.Ends => End(progress, reply),
            _ => new DialogTurn(State.With(progress), [reply]),
        };
    }

    /// <summary>The dialog is over; what was open below it is asked again.</summary>
    public DialogTurn End(Progress ended, DialogReply reply)
    {
        var left = Without(ended);
        return new DialogTurn(left.State, left.Top is { } below ? [reply, Prompt(below, Note.Resumed)] : [reply]);
    }

    /// <summary>Everything is left but a policy that is being acknowledged: that is gone back to.</summary>
    public DialogTurn Cancel(Progress top)
    {
        var left = top is Progress.Acknowledging ? this with { State = State.Without(top) } : Cleared;
        DialogReply cancelled = new DialogReply.Cancelled(top);
        return new DialogTurn(left.Cleared.State, left.Cleared.Top is { } below ? [cancelled, Prompt(below, Note.Resumed)] : [cancelled]);
    }

    public DialogTurn CancelAll(DialogReply reply) => new(State with { Stack = [] }, [reply]);

    public DialogReply Prompt(Progress progress, Note note = Note.None, bool again = false) => progress switch
    {
        Progress.InScenario inScenario when ContentOf(inScenario) is { } scenario => ScenarioDialog.Prompt(scenario, inScenario, note, again),
        Progress.Choosing choosing => new DialogReply.Chooses(choosing, note),
        Progress.Drafting drafting => new DialogReply.Drafts(drafting, note),
        Progress.Answering answering => new DialogReply.AsksAnswer(answering, note),
        Progress.Acknowledging acknowledging => AcknowledgeDialog.Prompt(Understandings, acknowledging, note),
        _ => new DialogReply.Over(null, Note.ContentChanged),
    };

    public string TitleOf(Progress progress) => progress switch
    {
        Progress.InScenario inScenario => Scenarios.Find(inScenario.Scenario)?.Title ?? "",
        Progress.Choosing choosing => choosing.Question,
        Progress.Acknowledging acknowledging => Understandings.Find(acknowledging.Policy, acknowledging.TextHash)?.Policy.Title ?? "",
        _ => "",
    };

    /// <returns>What to say where the school changed the scenario while somebody was inside; otherwise null.</returns>
    public DialogReply.Over? Outdated(Progress progress) => progress switch
    {
        Progress.InScenario inScenario when ContentOf(inScenario) is null => new DialogReply.Over(Scenarios.Find(inScenario.Scenario), Note.ContentChanged),
        Progress.Acknowledging acknowledging when Understandings.Find(acknowledging.Policy, acknowledging.TextHash) is null => new DialogReply.Over(null, Note.TextChanged),
        _ => null,
    };

    public Scenario? ContentOf(Progress.InScenario progress) =>
        Scenarios.Find(progress.Scenario) is { } scenario && scenario.Fingerprint == progress.Fingerprint ? scenario : null;
}
