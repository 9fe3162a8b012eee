using PolicyBot.Policies;
using PolicyBot.Tests.Rooms;

namespace PolicyBot.Tests.Policies;

public sealed class ShippedPolicyTests
{
    private static readonly string Folder = Path.Combine(RoomOrder.SourceFolder, "Policies", "Library", "social-media");
    private readonly Policy _policy = Assert.Single(PolicyLibrary.Load(Folder).Library.Policies);
    private readonly string _original = File.ReadAllText(Path.Combine(Folder, "original.txt"));

    [Fact]
    public void Its_clauses_are_all_there_and_in_order() => Assert.Equal(
        ["purpose", "ambassadors", "scope", "reputation", "offence", "photographs", "invitations", "discussing", "discipline",
         "acceptable-use", "not-secure", "permanent", "related-policies", "review"],
        _policy.Clauses.Select(clause => clause.Id.Value));

    [Fact]
    public void Every_clause_is_byte_for_byte_what_the_school_wrote() =>
        Assert.All(_policy.Clauses, clause => Assert.Contains(clause.Text, _original, StringComparison.Ordinal));

    [Fact]
    public void No_word_of_the_document_is_lost_or_added() =>
        Assert.Equal(Words(_original), Words(new MarkedText(_policy.Markdown).Plain.Replace("#", "", StringComparison.Ordinal)));

    [Fact]
    public void Its_facts_are_as_written()
    {
        Assert.Equal(new WrittenDate("October 2021", new DateOnly(2021, 10, 31), IsAssumed: true), _policy.Adopted);
        Assert.Equal(new WrittenDate("September 2023", new DateOnly(2023, 9, 30), IsAssumed: true), _policy.ReviewDue);
        Assert.Equal("Head Teacher On behalf of the Governing Body", _policy.SignedBy);
        Assert.Equal(
            ["Mobile Phone policy", "Online Safety Policy", "Staff Disciplinary policy", "Child Protection Policy", "Acceptable Use Policy"],
            _policy.Related);
    }

    [Theory]
    [InlineData("invitations", "When using social media sites, staff must not:")]
    [InlineData("permanent", "When using social media in any context it is wise to bear in mind the following points:")]
    [InlineData("purpose", null)]
    [InlineData("scope", null)]
    [InlineData("review", null)]
    public void An_item_of_a_list_knows_the_sentence_it_hangs_on(string clause, string? leadIn) =>
        Assert.Equal(leadIn, _policy.Find(ClauseId.Parse(clause))!.LeadIn);

    [Fact]
    public void The_list_of_platforms_belongs_to_its_clause() =>
        Assert.EndsWith("- Comments posted on third party blogs or websites\n- Online forums", _policy.Find(ClauseId.Parse("scope"))!.Text, StringComparison.Ordinal);

    [Fact]
    public void Overdue_is_not_void() => Assert.Equal(
        "Review was due September 2023. It is still the adopted policy.", ReviewStatus.Of(_policy, new DateOnly(2026, 11, 23)));

    [Fact]
    public void On_the_assumed_day_itself_it_is_not_overdue() =>
        Assert.Equal("To be reviewed September 2023.", ReviewStatus.Of(_policy, new DateOnly(2023, 9, 30)));

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
