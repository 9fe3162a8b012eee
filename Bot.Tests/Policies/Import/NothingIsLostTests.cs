using PolicyBot.Policies;
using PolicyBot.Policies.Import;

namespace PolicyBot.Tests.Policies.Import;

public sealed class NothingIsLostTests
{
    private static readonly ImportAnswers Answers = ImportAnswers.Parse(["title=T", "club=C", "adopted=none", "review-due=March 2027"]).Answers;

    [Theory, InlineData(false), InlineData(true)]
    public void Every_letter_of_a_document_stands_in_its_policy_in_the_same_order(bool isMarkdown)
    {
        for (var seed = 1; seed <= 400; seed++)
        {
            var document = new RandomDocument(seed, isMarkdown);

            var drafted = Read(document.Text, isMarkdown);

            Assert.Equal((seed, Letters(document.Text)), (seed, Letters(drafted.Original)));
            Assert.Equal((seed, Letters(document.Text)), (seed, Letters(new MarkedText(drafted.Policy.Markdown).Plain)));
            Assert.All(drafted.Policy.Clauses, clause => Assert.Contains(clause.Text, drafted.Original, StringComparison.Ordinal));
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void What_is_no_heading_and_no_lead_in_is_in_a_clause(bool isMarkdown)
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var drafted = Read(new RandomDocument(seed, isMarkdown).Text, isMarkdown);

            var quoted = string.Concat(drafted.Policy.Clauses.Select(clause => $"{clause.LeadIn}\n{clause.Text}\n"));
            foreach (var block in new MarkedText(drafted.Policy.Markdown).Plain.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(block => block.Trim()).Where(IsText))
                Assert.True(block.Split('\n').All(line => quoted.Contains(line.TrimStart('-', ' '), StringComparison.Ordinal)), $"{seed}: {block}");
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public void The_same_document_again_keeps_every_name_and_changes_nothing(bool isMarkdown)
    {
        for (var seed = 1; seed <= 100; seed++)
        {
            var text = new RandomDocument(seed, isMarkdown).Text;
            var first = Read(text, isMarkdown);

            Assert.Equal((seed, first.File), (seed, Read(text, isMarkdown, first.Policy).File));
        }
    }

    private static ImportResult.Drafted Read(string text, bool isMarkdown, Policy? before = null) =>
        Assert.IsType<ImportResult.Drafted>(PolicyImport.Read(PlainDocument.Read(text, isMarkdown), Answers, before, PolicyId.Parse("t")));

    /// <summary>Bold lines and lines in capitals are headings, or names where they stand at the head.</summary>
    private static bool IsText(string block) => block.Any(char.IsLower) && !block.StartsWith('#') && !block.StartsWith("**", StringComparison.Ordinal) && block is not ("Larkfield Kids Club" or "Who\tWhat");

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
