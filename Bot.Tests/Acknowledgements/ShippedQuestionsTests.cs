using System.Text.RegularExpressions;
using PolicyBot.Acknowledgements;
using PolicyBot.Policies;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>The questions that ship with the policy keep to its words, and to plain ones.</summary>
public sealed partial class ShippedQuestionsTests
{
    private static readonly (Policy Policy, Understanding Read, IReadOnlyList<Mistake> Mistakes) Shipped = Load();

    [Fact]
    public void Nothing_is_wrong_in_the_file() => Assert.Empty(Shipped.Mistakes);

    [Fact]
    public void The_statement_has_four_parts() => Assert.Equal(
        "I have read the Social Media Policy (adopted October 2021). I understand it. I had the chance to ask questions. I will follow it.",
        Shipped.Read.Statement.Text);

    [Fact]
    public void The_Acceptable_Use_Policy_is_acknowledged_on_its_own()
    {
        var item = Assert.Single(Shipped.Read.Also);

        Assert.Equal(("Acceptable Use Policy for IT", "acceptable-use"), (item.Title, item.Clause.Id.Value));
        Assert.DoesNotContain("Acceptable", Shipped.Read.Statement.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_and_every_duty_has_two_questions_or_more() => Assert.All(
        Shipped.Policy.Clauses.Where(clause => clause.Kind is ClauseKind.Rule or ClauseKind.Duty),
        clause => Assert.InRange(Shipped.Read.Questions.Count(question => question.Clause == clause), 2, 5));

    [Fact]
    public void No_question_speaks_of_what_happens_to_somebody_or_of_the_law() => Assert.All(
        Shipped.Read.Questions, question => Assert.DoesNotMatch(Forbidden(), Everything(question)));

    [Fact]
    public void Sentences_are_short_enough_for_a_reader_of_eleven() => Assert.All(
        Shipped.Read.Questions.SelectMany(question => Everything(question).Split(['.', '?', '!', '\n'])),
        sentence => Assert.InRange(sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 0, 20));

    [Fact]
    public void An_explanation_is_one_sentence_or_two() => Assert.All(
        Shipped.Read.Questions, question => Assert.InRange(question.Why.Count(letter => letter == '.'), 1, 2));

    [Fact]
    public void Taking_the_longest_answer_is_no_way_to_be_right()
    {
        var longest = Shipped.Read.Questions.Count(question => question.Answers.MaxBy(answer => answer.Text.Length)!.IsRight);

        Assert.InRange(longest, 1, Shipped.Read.Questions.Count / 2);
    }

    [Fact]
    public void Forbidding_everything_is_no_way_to_be_right() => Assert.Contains(
        Shipped.Read.Questions.SelectMany(question => question.Answers), answer => answer is { IsRight: true, Text: "You may accept it." });

    private static string Everything(QuizQuestion question) =>
        string.Join('\n', question.Answers.Select(answer => answer.Text).Append(question.Ask).Append(question.Why));

    private static (Policy Policy, Understanding Read, IReadOnlyList<Mistake> Mistakes) Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Policies", "Library", "social-media");
        var (policy, mistakes) = (Assert.Single(PolicyLibrary.Load(folder).Library.Policies), new List<Mistake>());
        Assert.True(File.Exists(Path.Combine(folder, AcknowledgementFile.Name)), "It is copied beside the program.");
        return (policy, AcknowledgementFile.Read(policy, mistakes), mistakes);
    }

    [GeneratedRegex(@"disciplin|dismiss|sack|fired|warning|trouble|your job|\blaw\b|illegal|must tell|report it", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
