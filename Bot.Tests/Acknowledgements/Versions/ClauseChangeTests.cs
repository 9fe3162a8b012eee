using PolicyBot.Acknowledgements.Versions;
using PolicyBot.Policies;
using PolicyBot.Tests.Policies;

namespace PolicyBot.Tests.Acknowledgements.Versions;

public sealed class ClauseChangeTests
{
    private static readonly Policy Shipped = PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Policies", "Library")).Library.Policies[0];

    [Fact]
    public void The_same_text_has_no_changes() =>
        Assert.Empty(ClauseChange.Between(Shipped, PolicyFile.Parse(Shipped.File)!));

    [Fact]
    public void A_word_is_a_clause_reworded()
    {
        var change = Assert.Single(ClauseChange.Between(Shipped, Shipped.With("could offend other members", "could hurt other members")));

        Assert.Equal("offence", change.Id.Value);
        Assert.Contains("offend", change.Before!.Text, StringComparison.Ordinal);
        Assert.Contains("hurt", change.After!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_that_rules_hang_on_is_part_of_each()
    {
        var changes = ClauseChange.Between(Shipped, Shipped.With("staff must not:", "staff and volunteers must not:"));

        Assert.Equal(Shipped.Clauses.Where(clause => clause.LeadIn?.Contains("must not", StringComparison.Ordinal) == true).Select(clause => clause.Id), changes.Select(change => change.Id));
    }

    [Fact]
    public void What_is_new_stands_in_its_place_and_what_is_gone_comes_last()
    {
        const string Reputation = "- Post anything that could damage our Club's reputation. {#reputation rule}";
        var changes = ClauseChange.Between(Shipped, Shipped.With(Reputation, "- Post about the Club at all. {#posting rule}"));

        Assert.Equal([("posting", true, false), ("reputation", false, true)], changes.Select(change => (change.Id.Value, change.Before is null, change.After is null)));
    }

    [Fact]
    public void Another_id_alone_is_no_change() =>
        Assert.Empty(ClauseChange.Between(Shipped, Shipped.With("{#reputation rule}", "{#good-name rule}")));

    [Fact]
    public void Words_outside_the_clauses_are_another_text_without_a_change()
    {
        var reworded = Shipped.With("Social Media Policy After School/Breakfast Club\n", "Social Media Policy for the Club\n");

        Assert.NotEqual(Shipped.TextHash, reworded.TextHash);
        Assert.Empty(ClauseChange.Between(Shipped, reworded));
    }
}
