using PolicyBot.Dialogs;

namespace PolicyBot.Tests.Dialogs;

/// <summary>What is wrong in a scenario is told with file, line and what to do.</summary>
public sealed class ScenarioFileTests
{
    [Fact]
    public void What_is_right_is_used()
    {
        var (scenarios, mistakes) = SmallClub.Read(("01-carrying.yaml", SmallClub.Carrying));

        Assert.Empty(mistakes);
        Assert.Equal("phones/carrying", Assert.Single(scenarios.All).Id.Value);
        Assert.Equal(["office", "pocket", FactValue.NotSure], scenarios.All[0].Fact("where").Values.Select(value => value.Name));
    }

    [Theory]
    [InlineData("title:", "titel:", "01-carrying.yaml:1 'titel' is not known here. Known: title, about, names, begins, offers, facts, outcomes.")]
    [InlineData("title: Your phone in a session", "title: ''", "01-carrying.yaml:1 'title' is missing here. Write: title: …")]
    [InlineData("again:", "agian:", "01-carrying.yaml:7 'again' is missing here. Write: again: …")]
    [InlineData("breaks: own-phone", "brakes: own-phone", "01-carrying.yaml:16 'brakes' is not known here. Known: label, short, breaks, typed, when, unless, words, hides, against.")]
    [InlineData("    answers:", "    answer:", "01-carrying.yaml:7 a question needs its answers. Write: answers: with a name and label for each.")]
    [InlineData("when: [pocket]", "unless: [pocket]", "01-carrying.yaml:15 'unless', 'hides' and 'against' alone tell nothing. Write 'when' or 'words' beside them.")]
    [InlineData("when: [pocket]", "when: [pockt]", "01-carrying.yaml:17 no words are written for 'pockt'. Add it to words.yaml, or mend its name here.")]
    public void Mistakes_in_the_questions_are_told(string part, string broken, string mistake) => Assert.Contains(mistake, Mistakes(part, broken));

    [Theory]
    [InlineData("breaks: own-phone", "breaks: my-phone", "01-carrying.yaml:16 the policy has no clause 'my-phone'. Its clauses: own-phone, club-phone, call-book.")]
    [InlineData("clauses: [own-phone]\n  otherwise", "clauses: [phones]\n  otherwise", "01-carrying.yaml:24 the policy has no clause 'phones'. Its clauses: own-phone, club-phone, call-book.")]
    [InlineData("verdict: may", "verdict: maybe", "01-carrying.yaml:20 'maybe' is no verdict of an end. Choose one of: must_not, may, should, info, not_covered.")]
    [InlineData("verdict: may", "route: fire", "01-carrying.yaml:21 'fire' is no concern. Choose one of: Worry, DangerNow, Disclosure, ContactFromChild, Image, AdultMayBeRisk, OwnDistress.")]
    [InlineData("where: office }", "wher: office }", "01-carrying.yaml:20 there is no fact 'wher'. Facts: where.")]
    [InlineData("where: office }", "where: offce }", "01-carrying.yaml:20 'where' has no answer 'offce'. Answers: office, pocket, not-sure.")]
    public void Names_of_what_is_not_there_are_told(string part, string broken, string mistake) => Assert.Contains(mistake, Mistakes(part, broken));

    [Theory]
    [InlineData("outcomes:", "outcome:", "01-carrying.yaml:1 this scenario has no outcomes, so it never ends. Write: outcomes: otherwise: …")]
    [InlineData("  otherwise:\n", "  otherwise:\n    if: { where: pocket }\n", "01-carrying.yaml:19 the last outcome, and no other, must be without 'if': it is the end where no other fits.")]
    [InlineData("    if: { where: office }\n", "", "01-carrying.yaml:19 the last outcome, and no other, must be without 'if': it is the end where no other fits.")]
    [InlineData("where: office }", "where: [office, pocket, not-sure] }", "01-carrying.yaml:26 no way through the scenario ends here. Take it out, or mend the 'if' of one before it.")]
    [InlineData("outcomes:\n", "  colour: { label: Colour, ask: Which?, again: Which one?, answers: { red: { label: Red } } }\noutcomes:\n", "01-carrying.yaml:18 no way through the scenario asks for this. Take it out, or write an outcome that needs it.")]
    [InlineData("where: office }", "where: pocket }", "01-carrying.yaml:20 this permits although 'where: pocket' breaks 'own-phone'. Told: where: pocket.")]
    [InlineData("where: office }", "where: [office, not-sure] }", "01-carrying.yaml:20 this permits although it is not sure whether 'where' breaks a clause. Told: where: not-sure.")]
    [InlineData("verdict: must_not", "verdict: not_covered", "01-carrying.yaml:26 what the policy does not say is the manager's to decide. Write: ask manager: yes.")]
    [InlineData("headline: No. Put it away.", "headline: No.", "01-carrying.yaml:26 the headline should have 2 to 8 words.")]
    [InlineData("    clauses: [own-phone]\n  otherwise", "  otherwise", "01-carrying.yaml:20 an end that says what holds must cite a clause. Write: clauses: […], or verdict: not_covered.")]
    public void Mistakes_in_the_ends_are_told(string part, string broken, string mistake) => Assert.Contains(mistake, Mistakes(part, broken));

    [Theory]
    [InlineData("[carrying]", "[carying]", "01-carrying.yaml:4 answers.yaml has no topic 'carying'. Topics: carrying, calling.")]
    [InlineData("[carrying]", "[carrying, calling/always]", "01-carrying.yaml:4 'calling' has no rule 'always'. Rules: otherwise.")]
    [InlineData("[carrying]", "[{ topic: carrying, words: [pocket] }]", "01-carrying.yaml:4 'carrying' hangs on something, and 0 scenarios begin with it whatever is told. "
        + "Let one, and no other, list it under 'begins' without when, unless or words.")]
    [InlineData("begins: [carrying]", "offers: [carrying]", "01-carrying.yaml:4 'carrying' hangs on something, and 0 scenarios begin with it whatever is told. "
        + "Let one, and no other, list it under 'begins' without when, unless or words.")]
    public void Mistakes_in_what_leads_into_a_scenario_are_told(string part, string broken, string mistake) => Assert.Contains(mistake, Mistakes(part, broken));

    [Fact]
    public void A_topic_that_asks_something_need_not_lead_into_any_scenario() => Assert.Empty(Mistakes("[carrying]", "[calling]"));

    [Fact]
    public void Two_scenarios_that_begin_with_the_same_are_told() => Assert.Contains(
        "02-keeping.yaml:4 'carrying' hangs on something, and 2 scenarios begin with it whatever is told. Let one, and no other, list it under 'begins' without when, unless or words.",
        SmallClub.Read(("01-carrying.yaml", SmallClub.Carrying), ("02-keeping.yaml", SmallClub.Carrying)).Mistakes);

    [Fact]
    public void Two_scenarios_of_one_name_are_told() => Assert.Contains(
        "02-carrying.yaml:1 'phones' has another scenario 'carrying'. Give one of the files another name.",
        SmallClub.Read(("01-carrying.yaml", SmallClub.Carrying), ("02-carrying.yaml", SmallClub.Carrying)).Mistakes);

    [Fact]
    public void What_is_no_yaml_is_told() => Assert.Contains(
        SmallClub.Read(("01-carrying.yaml", "title: [a")).Mistakes, mistake => mistake.StartsWith("01-carrying.yaml:2 this is not valid YAML", StringComparison.Ordinal));

    private static IReadOnlyList<string> Mistakes(string part, string broken)
    {
        Assert.Contains(part, SmallClub.Carrying, StringComparison.Ordinal);
        return SmallClub.Read(("01-carrying.yaml", SmallClub.Carrying.Replace(part, broken, StringComparison.Ordinal))).Mistakes;
    }
}
