using PolicyBot.Policies.Import;

namespace PolicyBot.Tests.Policies.Import;

/// <summary>What is not certain in a text that somebody pastes, and what is.</summary>
public sealed class AskedTests
{
    private const string Rest = "\n\nIn a fire, everybody leaves by the nearest door. Staff must not stop to collect bags.";

    [Fact]
    public void A_text_alone_is_asked_for_its_name_its_club_and_its_review()
    {
        var asks = Assert.IsType<ImportResult.Asks>(PolicyImport.Read(Rest, ImportAnswers.Nothing));

        Assert.Equal(["review-due", "title", "club"], asks.Questions.Select(question => question.Key));
        Assert.All(asks.Questions, question => Assert.Empty(question.Candidates));
    }

    [Fact]
    public void Answers_settle_it_and_the_pasted_text_is_a_policy()
    {
        var (answers, _) = ImportAnswers.Parse(["title=Fire Safety", "club=Hill Club", "review-due=none"]);

        var drafted = Assert.IsType<ImportResult.Drafted>(PolicyImport.Read(Rest, answers));

        Assert.Equal("fire-safety", drafted.Policy.Id.Value);
        Assert.Equal("In a fire, everybody leaves by the nearest door. Staff must not stop to collect bags.", Assert.Single(drafted.Policy.Clauses).Text);
    }

    [Theory]
    [InlineData("Review date: September 2025\nNext review: 1 October 2026", "September 2025", "1 October 2026")]
    [InlineData("Next review: Easter 2026", "Easter 2026")]
    [InlineData("Next review: 2026", "2026")]
    [InlineData("Next review: 03/04/26", "03/04/26")]
    [InlineData("Next review: March 3rd 2026", "March 3rd 2026")]
    [InlineData("Adopted: May 2025\n\nThis policy is reviewed every two years.", "May 2027")]
    [InlineData("Last reviewed: 5 May 2025\n\nThis policy is reviewed annually.", "5 May 2026")]
    [InlineData("Review frequency: 3 years\nAdopted: 1/2/2025", "1 February 2028")]
    [InlineData("Last review date: May 2024\nReviewed on: June 2024")]
    [InlineData("The policy will be reviewed in line with the Education Act 2011.")]
    public void A_review_that_is_not_certain_is_asked_about(string head, params string[] candidates)
    {
        var asks = Assert.IsType<ImportResult.Asks>(PolicyImport.Read($"Fire Policy\nHill Top Club\n\n{head}{Rest}", ImportAnswers.Nothing));

        var question = Assert.Single(asks.Questions);
        Assert.Equal("review-due", question.Key);
        Assert.Equal(candidates, question.Candidates.Select(candidate => candidate.Words));
    }

    [Theory]
    [InlineData("Next review: September 2026", "September 2026")]
    [InlineData("Review date: 1 September 2026\n\nTo be reviewed: September 2026", "1 September 2026")]
    [InlineData("Reviewed: May 2024   Next review: May 2026", "May 2026")]
    [InlineData("Date reviewed\tNext review due\nMay 2024\tMay 2026", "May 2026")]
    [InlineData("Next review date\n\n30th June 2026", "30th June 2026")]
    [InlineData("This policy was approved in May 2024 and is due for review by Autumn Term 2026.", "Autumn Term 2026")]
    [InlineData("Review: annually (next review Monday 4th May 2026)", "4th May 2026")]
    public void A_review_that_is_certain_is_not_asked_about(string head, string due)
    {
        var drafted = Assert.IsType<ImportResult.Drafted>(PolicyImport.Read($"Fire Policy\nHill Top Club\n\n{head}{Rest}", ImportAnswers.Nothing));

        Assert.Equal(due, drafted.Policy.ReviewDue?.AsWritten);
    }

    [Theory]
    [InlineData("This should be read in conjunction with the Safeguarding and Child Protection Policy and our Staff Code of Conduct.", "Safeguarding and Child Protection Policy", "Staff Code of Conduct")]
    [InlineData("Related policies: Behaviour Policy; Fire Drill Procedure", "Behaviour Policy", "Fire Drill Procedure")]
    [InlineData("Linked policies\n\n- Safeguarding\n- Health and Safety Policy", "Safeguarding", "Health and Safety Policy")]
    [InlineData("Staff sign the form and this should be read in conjunction with this policy.")]
    public void Related_policies_are_taken_as_they_are_named(string words, params string[] related)
    {
        var (answers, _) = ImportAnswers.Parse(["review-due=none"]);

        var drafted = Assert.IsType<ImportResult.Drafted>(PolicyImport.Read($"Fire Policy\nHill Top Club{Rest}\n\n{words}", answers));

        Assert.Equal(related, drafted.Policy.Related);
    }
}
