using PolicyBot.Answers;
using PolicyBot.Dialogs;
using PolicyBot.Tests.Answers;
namespace PolicyBot.Tests.Dialogs;
public sealed class ExploreTests
{
    [Fact]
    public void Explore()
    {
        var o = TestContext.Current.TestOutputHelper!;
        var openings = new Openings(ShippedDialogs.Scenarios);
        var talk = Talk.WithShipped();
        foreach (var line in ShippedEngine.Examples)
        {
            var heard = talk.Hear(line);
            if (openings.For(heard) is { IsBegun: true, End: { } end } op)
            {
                var v = heard.Answer switch { Answer.Answered a => a.Verdict.ToString(), _ => heard.Answer.GetType().Name };
                if (v != end.Verdict.ToString())
                    o.WriteLine($"X {heard.Answer.Kind} {v} -> {op.Scenario.Id} {end.Name} {end.Verdict} {end.Route} | {op.Told} | {line}");
            }
        }
    }

    [Fact]
    public void Small()
    {
        var o = TestContext.Current.TestOutputHelper!;
        foreach (var (part, broken) in new (string, string)[]
        {
            ("", ""),
            ("outcomes:", "outcome:"),
            ("  left:\n    if: { where: office }", "  left:\n    if: { wher: office }"),
            ("if: { where: office }", "if: { where: offce }"),
            ("  otherwise:\n", "  otherwise:\n    if: { where: pocket }\n"),
            ("breaks: own-phone", "breaks: my-phone"),
            ("verdict: may", "verdict: maybe"),
            ("clauses: [own-phone]\n  otherwise", "clauses: [phones]\n  otherwise"),
            ("title:", "titel:"),
            ("again:", "agian:"),
            ("if: { where: office }", "if: { where: [office, pocket, not-sure] }"),
            ("breaks: own-phone", "brakes: own-phone"),
            ("if: { where: office }", "if: { where: pocket }"),
            ("if: { where: office }", "if: { where: [office, not-sure] }"),
            ("verdict: must_not", "verdict: not_covered"),
            ("when: [pocket]", "unless: [pocket]"),
            ("when: [pocket]", "when: [pockt]"),
            ("begins: [carrying]", "begins: [carying]"),
            ("begins: [carrying]", "begins: [carrying/always]"),
            ("begins: [carrying]", "offers: [carrying]"),
            ("begins: [carrying]", "begins: [{ topic: carrying, words: [pocket] }]"),
            ("headline: No. Put it away.", "headline: 'No.'"),
            ("clauses: [own-phone]\n  otherwise", "contact: the head\n  otherwise"),
            ("outcomes:\n", "  unused:\n    label: Colour\n    ask: Which colour?\n    again: Which colour is it?\n    answers:\n      red: { label: Red }\noutcomes:\n"),
            ("    answers:\n      office:", "    answer:\n      office:"),
            ("verdict: may", "route: fire"),
        })
        {
            var text = part.Length == 0 ? SmallClub.Carrying : SmallClub.Carrying.Replace(part, broken, StringComparison.Ordinal);
            if (part.Length > 0) Assert.NotEqual(SmallClub.Carrying, text);
            o.WriteLine($"## {broken.Replace("\n", "/", StringComparison.Ordinal)}");
            foreach (var m in SmallClub.Read(("01-carrying.yaml", text)).Mistakes) o.WriteLine("   " + m);
        }
        foreach (var m in SmallClub.Read(("01-carrying.yaml", SmallClub.Carrying), ("02-carrying.yaml", SmallClub.Carrying)).Mistakes) o.WriteLine("   " + m);
        foreach (var t in new[] { "can i keep my phone on me", "can i carry my phone", "can i carry my phone in my pocket", "My phone is in the office during sessions", "My phone is in my pocket during sessions", "how do i call a parent", "how do I ring a dad", "i left it in the office", "zzz qqq" , "the weather is nice" })
        {
            var talk = SmallClub.Talk(("01-carrying.yaml", SmallClub.Carrying)); var h = talk.Hear(t);
            o.WriteLine($"{t}: {h.Answer.GetType().Name} {h.Answer.Kind} {h.Answer.Confidence} {talk.MayBegin(h)}");
        }
    }
}
