using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PolicyBot.Answers;
using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>Whether short replies in words of the staff's own are taken for the answer that is meant, and a worry among them for a worry.</summary>
public sealed class RepliesTests(ITestOutputHelper output)
{
    private enum Taken { Right, Wrong, Route, Missed }

    private readonly Talk _talk = Talk.WithShipped();

    [Theory]
    [InlineData("replies.tsv", .8, .02, .11)]
    [InlineData("replies-2.tsv", .8, .02, .09)]
    public void Replies_are_taken_for_the_answer_that_is_meant(string file, double right, double wrong, double alarmed)
    {
        var replies = Lines(file).Select(TypedReply.Parse).Where(reply => !reply.IsRisk).Select(Take).ToList();

        double Share(Taken taken) => replies.Count(each => each == taken) / (double)replies.Count;
        var figures = string.Create(CultureInfo.InvariantCulture, $"{replies.Count} replies: right {Share(Taken.Right):F3}, another answer {Share(Taken.Wrong):F3}, the route first {Share(Taken.Route):F3}, asked again {Share(Taken.Missed):F3}");
        output.WriteLine(figures);
        Assert.True(Share(Taken.Right) >= right && Share(Taken.Wrong) <= wrong && Share(Taken.Route) <= alarmed, figures);
    }

    [Fact]
    public void What_may_concern_a_childs_safety_is_heard_in_answer_to_any_question()
    {
        var (heard, asked) = (0, 0);
        foreach (var risk in Lines("risks.txt").Select(_talk.Hear))
            foreach (var (scenario, told, _) in ShippedDialogs.Questions.Where(question => question.Scenario.Id.Value != "social-media/worried"))
            {
                asked++;
                heard += IsRouted(scenario, told, risk) ? 1 : 0;
            }

        var figures = string.Create(CultureInfo.InvariantCulture, $"{heard} of {asked} ({heard / (double)asked:F3})");
        output.WriteLine(figures);
        Assert.True(heard >= .94 * asked, figures);
    }

    /// <summary>The sets that worries are held against alone: those heard there are heard in the middle of every question too.</summary>
    [Fact]
    public void A_worry_that_is_heard_alone_is_heard_in_answer_to_any_question()
    {
        var worries = Worries().Distinct().Select(_talk.Hear).Where(heard => heard.Answer is Answer.Safeguarding).ToList();
        Assert.True(worries.Count > 250, $"{worries.Count} worries.");

        Assert.Empty(from worry in worries
                     from question in ShippedDialogs.Questions
                     where !IsRouted(question.Scenario, question.Told, worry)
                     select $"{question.Scenario.Id}/{question.Fact.Name}: {worry.Text}");
    }

    private bool IsRouted(Scenario scenario, Told told, Heard heard)
    {
        Open(scenario, told);
        return _talk.Say(heard).Any(IsRoute);
    }

    private static IEnumerable<string> Worries([CallerFilePath] string path = "")
    {
        var answers = Path.Combine(Path.GetDirectoryName(path)!, "..", "Answers");
        foreach (var line in File.ReadLines(Path.Combine(answers, "worries.txt")).Where(line => line.StartsWith("worry> ", StringComparison.Ordinal)))
            yield return line["worry> ".Length..];

        foreach (var set in (string[])["Regression/veiled", "Blind/veiled", "Blind/veiled-2", "Blind/held-out", "Blind/held-out-2"])
            foreach (var line in File.ReadLines(Path.Combine(answers, $"{set}.jsonl")).Select(line => JsonElement.Parse(line)))
                if (line.GetProperty("outcomes").EnumerateArray().Any(outcome => outcome.GetString() == "safeguarding"))
                    yield return line.GetProperty("question").GetString()!;
    }

    [Fact]
    public void Of_52_replies_of_risk_two_at_most_are_taken_for_a_calm_answer() =>
        Assert.InRange(Lines("replies.tsv").Select(TypedReply.Parse).Where(reply => reply.IsRisk).Select(Take).Count(taken => taken is Taken.Wrong), 0, 2);

    private Taken Take(TypedReply reply)
    {
        var (scenario, told, fact) = ShippedDialogs.Questions.First(question => question.Scenario.Id.Value == reply.Scenario && question.Fact.Name == reply.Fact);
        Open(scenario, told);
        var isRouted = IsRoute(_talk.Press(fact.Name, reply.Value)[0]);

        Open(scenario, told);
        var said = _talk.Say(reply.Text)[0];
        var taken = said switch { DialogReply.Asks asks => asks.Progress.Told[fact.Name], DialogReply.Ends ends => ends.Told[fact.Name], _ => null };
        return taken == reply.Value || (isRouted && IsRoute(said)) ? Taken.Right
            : taken is not null ? Taken.Wrong
            : IsRoute(said) ? Taken.Route
            : Taken.Missed;
    }

    private void Open(Scenario scenario, Told told)
    {
        _talk.State = null;
        _talk.Press(new Press.Begin(scenario.Id.Value, told));
    }

    private static bool IsRoute(DialogReply reply) => reply is DialogReply.Route or DialogReply.Answers { Answer: Answer.Safeguarding };

    private static IEnumerable<string> Lines(string file, [CallerFilePath] string path = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(path)!, "Replies", file)).Where(line => line.Length > 0);
}
