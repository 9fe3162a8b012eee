using System.Text.Json;
using PolicyBot.Acknowledgements;

namespace PolicyBot.Tests.Acknowledgements;

public sealed class QuizTests
{
    private readonly Quiz _quiz = new(Questions.For(rules: 5, duties: 2, each: 3));

    [Fact]
    public void A_right_answer_is_marked_and_its_clause_is_done()
    {
        var begun = _quiz.Begin("ann/2021");
        var asks = Questions.Asked(_quiz, begun);

        var marked = Assert.IsType<Marking.Right>(_quiz.Answer(begun, asks.Question.Id, Questions.Right));

        Assert.Equal(asks.Question, marked.Question);
        Assert.Equal((2, 5), Place(Questions.Asked(_quiz, marked.State)));
        Assert.NotEqual(asks.Question.Clause, Questions.Asked(_quiz, marked.State).Question.Clause);
    }

    [Fact]
    public void A_wrong_answer_is_tried_again_at_the_end_with_another_question_on_the_same_clause()
    {
        var begun = _quiz.Begin("ann/2021");
        var asks = Questions.Asked(_quiz, begun);

        var marked = Assert.IsType<Marking.Wrong>(_quiz.Answer(begun, asks.Question.Id, Questions.WrongOne));

        Assert.True(marked.IsTriedAgain);
        Assert.Equal((2, 6), Place(Questions.Asked(_quiz, marked.State)));
        var later = Enumerable.Range(0, 4).Aggregate(marked.State, (state, _) => Questions.After(_quiz, state, isRight: true));
        Assert.Equal(asks.Question.Clause, Questions.Asked(_quiz, later).Question.Clause);
        Assert.NotEqual(asks.Question.Id, Questions.Asked(_quiz, later).Question.Id);
    }

    [Fact]
    public void After_a_second_wrong_answer_on_a_clause_it_moves_on()
    {
        var quiz = new Quiz(Questions.For(rules: 1, duties: 0, each: 3));
        var second = Questions.After(quiz, quiz.Begin("ann/2021"), isRight: false);

        var marked = Assert.IsType<Marking.Wrong>(quiz.Answer(second, Questions.Asked(quiz, second).Question.Id, Questions.WrongOne));

        Assert.False(marked.IsTriedAgain);
        Assert.Equal([("rule-1", 2, false)], Results(quiz, marked.State));
    }

    [Fact]
    public void A_clause_without_another_question_is_not_tried_again()
    {
        var quiz = new Quiz(Questions.For(rules: 1, duties: 0, each: 1));
        var begun = quiz.Begin("ann/2021");

        var marked = Assert.IsType<Marking.Wrong>(quiz.Answer(begun, Questions.Asked(quiz, begun).Question.Id, Questions.WrongOne));

        Assert.False(marked.IsTriedAgain);
        Assert.Equal([("rule-1", 1, false)], Results(quiz, marked.State));
    }

    [Fact]
    public void Pressing_the_same_button_twice_counts_once()
    {
        var begun = _quiz.Begin("ann/2021");
        var asked = Questions.Asked(_quiz, begun).Question.Id;
        var once = _quiz.Answer(begun, asked, Questions.WrongOne).State;

        Assert.Same(once, Assert.IsType<Marking.NotOpen>(_quiz.Answer(once, asked, Questions.Right)).State);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void An_answer_that_is_not_there_changes_nothing(int answer)
    {
        var begun = _quiz.Begin("ann/2021");

        Assert.Same(begun, Assert.IsType<Marking.NotOpen>(_quiz.Answer(begun, Questions.Asked(_quiz, begun).Question.Id, answer)).State);
    }

    [Fact]
    public void Without_questions_it_is_finished_at_once()
    {
        var quiz = new Quiz([]);

        Assert.Empty(Results(quiz, quiz.Begin("ann/2021")));
    }

    [Theory]
    [InlineData(8, 2, 5, 5, 0)]
    [InlineData(5, 2, 5, 5, 0)]
    [InlineData(3, 4, 5, 3, 2)]
    [InlineData(2, 1, 5, 2, 1)]
    [InlineData(5, 2, 3, 3, 0)]
    public void Rules_are_asked_about_before_duties(int rules, int duties, int count, int rulesAsked, int dutiesAsked)
    {
        var state = new Quiz(Questions.For(rules, duties, each: 2)).Begin("ann/2021", count);

        Assert.Equal(rulesAsked, state.Clauses.Count(clause => clause.StartsWith("rule-", StringComparison.Ordinal)));
        Assert.Equal(dutiesAsked, state.Clauses.Count(clause => clause.StartsWith("duty-", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_goes_on_where_it_was_after_being_kept_as_JSON()
    {
        var state = Questions.After(_quiz, Questions.After(_quiz, _quiz.Begin("ann/2021"), isRight: false), isRight: true);

        var kept = JsonSerializer.Serialize(state);
        var read = JsonSerializer.Deserialize<QuizState>(kept)!;

        Assert.InRange(kept.Length, 1, 400);
        Assert.DoesNotContain("ann", kept, StringComparison.Ordinal);
        Assert.Equal(Questions.Asked(_quiz, state).Question, Questions.Asked(_quiz, read).Question);
        Assert.Equal(kept, JsonSerializer.Serialize(read));
    }

    [Fact]
    public void A_clause_whose_questions_are_taken_away_half_way_is_passed_over_and_known_as_not_asked()
    {
        var begun = _quiz.Begin("ann/2021");
        var gone = Questions.Asked(_quiz, begun).Question.Clause;
        var fewer = new Quiz([.. Questions.For(rules: 5, duties: 2, each: 3).Where(question => question.Clause != gone)]);

        var end = Enumerable.Range(0, 4).Aggregate(begun, (state, _) => Questions.After(fewer, state, isRight: true));

        Assert.Equal(5, Results(fewer, end).Count);
        Assert.Contains((gone.Id.Value, 0, false), Results(fewer, end));
    }

    /// <summary>These were written down once: another program, or a later one, must ask the same.</summary>
    [Fact]
    public void The_order_is_the_same_on_every_machine()
    {
        var begun = _quiz.Begin("ann/2021");

        Assert.Equal("rule-4 rule-3 rule-2 rule-1 rule-5", string.Join(' ', begun.Clauses));
        Assert.Equal("rule-4-c", Questions.Asked(_quiz, begun).Question.Id);
        Assert.Equal("1 3 2", string.Join(' ', Questions.Asked(_quiz, begun).Answers.Select(answer => answer.Number)));
    }

    private static (int, int) Place(QuizStep.Asks asks) => (asks.Number, asks.Of);

    private static IReadOnlyList<(string, int, bool)> Results(Quiz quiz, QuizState state) =>
        [.. Assert.IsType<QuizStep.Finished>(quiz.Next(state)).Results.Select(each => (each.Clause.Value, each.Tries, each.IsRight))];
}
