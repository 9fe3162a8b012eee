using System.Diagnostics;
using PolicyBot.Acknowledgements;
using PolicyBot.Answers;
using PolicyBot.Answers.Learning;
using PolicyBot.Dialogs;
using PolicyBot.Policies;
using PolicyBot.Questions;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>In process: what dialogs add to the answer of a question, and what a step inside one takes.</summary>
internal static class HearingSpeed
{
    private const int Warmup = 30_000, Rounds = 20_000;

    private const string Question = "do i have to sign the AUP", Reply = "only from the club";

    public static void Run()
    {
        var policies = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Policies", "Library")).Library.Policies;
        var engine = Bookshelf.Build(policies, KeptLearning.Beside).Engine;
        var scenarios = Scenarios.Load(policies, engine).Scenarios;
        var (phrases, openings) = (Phrases.Load(engine, []), new Openings(scenarios));
        var reader = new AnswerReader(scenarios.Stories, phrases);
        var again = new SecondHearing(reader, engine);
        var hearing = new Hearing(engine, phrases, new Precedents(null!, engine), scenarios);
        var dialogs = new DialogSet(openings, new TypedTurn(phrases, reader, again, new AcknowledgeTurn(phrases, reader, again)), hearing, Understandings.Read([]).All);
        var now = DateTimeOffset.UnixEpoch;
        var open = dialogs.Take(dialogs.In(null, now), hearing.Hear("walk me through a friend request")).State;

        Measure("the answer alone", () => engine.Ask(Question));
        Measure("heard", () => hearing.Hear(Question));
        Measure("and what it leads to", () => dialogs.Plain(hearing.Hear(Question)));
        Measure("a step inside a dialog", () => dialogs.Take(dialogs.In(open, now), hearing.Hear(Reply)));
    }

    private static void Measure(string name, Action turn)
    {
        for (var i = 0; i < Warmup; i++)
            turn();

        var (allocated, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        for (var i = 0; i < Rounds; i++)
            turn();

        Console.WriteLine($"{name,-24} {clock.Elapsed.TotalMicroseconds / Rounds,6:0.0} us, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / Rounds / 1024.0,6:0.0} KB");
    }
}
