using System.Security.Cryptography;
using System.Text;
using PolicyBot.Answers;
using PolicyBot.Answers.Knowledge;
using PolicyBot.Policies;

namespace PolicyBot.Dialogs;

/// <summary>Reads a scenario's file, one in the folder "scenarios" beside a policy, which a person edits.</summary>
internal sealed class ScenarioFile(Policy policy, StoryReader stories)
{
    public Scenario Read(string name, AuthoredEntry file, string text)
    {
        file.Knowing("title", "about", "names", "begins", "offers", "facts", "outcomes");
        var id = ScenarioId.Of(policy.Id, name);
        List<Fact> facts = [.. file.Find("facts")?.Entries().Select(pair => ReadFact(pair.Key, pair.Entry)) ?? []];
        List<Outcome> outcomes = [.. file.Find("outcomes")?.Entries().Select(pair => ReadOutcome(pair.Key, pair.Entry, facts)) ?? []];
        if (outcomes.Count == 0)
            file.Complain("this scenario has no outcomes, so it never ends. Write: outcomes: otherwise: …");

        return new Scenario(id, policy, file.Required("title"), facts, outcomes)
        {
            About = file.Required("about"),
            Names = file.Texts("names"),
            Entrances = [.. Entrances(file, "begins"), .. Entrances(file, "offers")],
            Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..8]),
        };
    }

    private IEnumerable<Entrance> Entrances(AuthoredEntry file, string key) => file.Items(key).Select(item =>
        item.Value is { } topic
            ? new Entrance(topic, key == "begins", null, item.File, (int)item.Line)
            : ReadEntrance(item.Knowing(["topic", .. Telltale.Keys]), key == "begins"));

    private Entrance ReadEntrance(AuthoredEntry entry, bool isBegun)
    {
        var (topic, telltale) = (entry.Optional("topic"), stories.TelltaleOf(entry));
        if (topic is null && telltale is null)
            entry.Complain("an entrance needs a 'topic', or 'words' or 'when' that lead in by themselves.");

        return new Entrance(topic, isBegun, telltale, entry.File, (int)entry.Line);
    }

    private Fact ReadFact(string name, AuthoredEntry entry)
    {
        entry.Knowing("label", "ask", "again", "answers");
        List<FactValue> values = [.. entry.Find("answers")?.Entries().Select(pair => ReadValue(pair.Key, pair.Entry)) ?? []];
        if (values.Count == 0)
            entry.Complain("a question needs its answers. Write: answers: with a name and label for each.");
        if (!values.Exists(value => value.IsNotSure))
            values.Add(new FactValue(FactValue.NotSure, "I am not sure", "not sure", null, null));

        return new Fact(name, entry.Required("label"), entry.Required("ask"), entry.Required("again"), values);
    }

    private FactValue ReadValue(string name, AuthoredEntry entry)
    {
        entry.Knowing(["label", "short", "breaks", "typed", .. Telltale.Keys]);
        var label = entry.Required("label");
        return new FactValue(name, label, entry.Optional("short") ?? label, ClauseList.Read(entry, "breaks", policy) is [var broken, ..] ? broken : null,
            stories.TelltaleOf(entry))
        { Typed = entry.Texts("typed") };
    }

    private Outcome ReadOutcome(string name, AuthoredEntry entry, IReadOnlyList<Fact> facts)
    {
        entry.Knowing("if", "route", "verdict", "headline", "because", "do", "say", "clauses", "contact", "ask manager");
        var requirements = entry.Find("if")?.Entries().Select(pair => ReadRequirement(pair.Key, pair.Entry, facts)).OfType<Requirement>().ToList() ?? [];
        if (entry.Find("route") is { Value: { } route } concern)
            return new Outcome(name, requirements, Verdict.None, Alarm.ConcernOf(route, concern)) { Wording = new Wording("", "", null) };

        return new Outcome(name, requirements, ReadVerdict(entry), null)
        {
            Wording = new Wording(entry.Required("headline"), entry.Required("because"), null),
            Steps = entry.Texts("do"),
            Say = entry.Optional("say"),
            Clauses = ClauseList.Read(entry, "clauses", policy),
            Contact = entry.Optional("contact"),
            AsksManager = entry.Optional("ask manager") is "yes" or "true",
        };
    }

    private static Verdict ReadVerdict(AuthoredEntry entry)
    {
        var written = entry.Required("verdict");
        Verdict? verdict = written switch
        {
            "must_not" => Verdict.MustNot,
            "may" => Verdict.May,
            "should" => Verdict.Should,
            "info" => Verdict.Info,
            "not_covered" => Verdict.None,
            _ => null,
        };
        if (verdict is null && written.Length > 0)
            entry.Complain($"'{written}' is no verdict of an end. Choose one of: must_not, may, should, info, not_covered.");

        return verdict ?? Verdict.None;
    }

    private static Requirement? ReadRequirement(string name, AuthoredEntry entry, IReadOnlyList<Fact> facts)
    {
        if (facts.FirstOrDefault(fact => fact.Name == name) is not { } fact)
        {
            entry.Complain($"there is no fact '{name}'. Facts: {string.Join(", ", facts.Select(known => known.Name))}.");
            return null;
        }

        foreach (var item in entry.Items().Where(item => fact.Value(item.Value ?? "") is null))
            item.Complain($"'{name}' has no answer '{item.Value}'. Answers: {string.Join(", ", fact.Values.Select(value => value.Name))}.");

        return new Requirement(name, [.. entry.Items().Select(item => item.Value ?? "")]);
    }
}
