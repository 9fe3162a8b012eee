using PolicyBot.Acknowledgements;

namespace PolicyBot.Tests.Acknowledgements;

/// <summary>What holds of every quiz, whoever takes it and however they answer.</summary>
public sealed class QuizPropertyTests
{
    [Theory]
    [InlineData(5, 2, 3, 5, 32)]
    [InlineData(5, 2, 2, 5, 32)]
    [InlineData(5, 2, 1, 7, 32)]
    [InlineData(1, 0, 1, 5, 256)]
    [InlineData(2, 1, 4, 3, 256)]
    [InlineData(3, 3, 2, 6, 4)]
    public void Every_way_of_answering_ends_in_time_and_leaves_every_clause_known(int rules, int duties, int each, int count, int seeds)
    {
        var quiz = new Quiz(Questions.For(rules, duties, each));
        var ends = 0;

        for (var seed = 0; seed < seeds; seed++)
            Walk(quiz.Begin($"person-{seed}/v1", count), "");

        Assert.True(ends >= seeds << Math.Min(count, rules + duties), "Each clause was answered in both ways.");

        void Walk(QuizState state, string answers)
        {
            if (quiz.Next(state) is QuizStep.Asks)
            {
                Assert.InRange(answers.Length, 0, (2 * count) - 1);
                Walk(Questions.After(quiz, state, isRight: true), answers + "r");
                Walk(Questions.After(quiz, state, isRight: false), answers + "w");
                return;
            }

            ends++;
            AssertKnown(state, Assert.IsType<QuizStep.Finished>(quiz.Next(state)), each);
        }
    }

    private static void AssertKnown(QuizState state, QuizStep.Finished end, int each)
    {
        Assert.Equal(state.Clauses, end.Results.Select(result => result.Clause.Value));
        Assert.Distinct(state.Answered.Select(answered => answered.Question));
        Assert.All(end.Results, result => Assert.Equal(result.IsRight ? result.Tries : Math.Min(2, each), result.Tries));
        Assert.All(end.Results, result => Assert.Equal(state.Answered.Last(answered => answered.Clause == result.Clause.Value).IsRight, result.IsRight));
        Assert.All(end.Results, result => Assert.InRange(result.Tries, 1, 2));
    }

    [Fact]
    public void The_same_seed_asks_the_same_and_starting_again_changes_nothing()
    {
        var (quiz, twin) = (new Quiz(Questions.For(5, 2, 3)), new Quiz([.. Questions.For(5, 2, 3).Reverse()]));

        for (var seed = 0; seed < 100; seed++)
            Assert.Equal(Asked(quiz, $"{seed}"), Asked(twin, $"{seed}"));
    }

    [Fact]
    public void Two_people_and_two_versions_are_asked_in_different_orders()
    {
        var quiz = new Quiz(Questions.For(5, 2, 3));

        Assert.InRange(Enumerable.Range(0, 200).Select(seed => string.Join(' ', Asked(quiz, $"{seed}"))).Distinct().Count(), 199, 200);
        Assert.NotEqual(Asked(quiz, "ann/v1"), Asked(quiz, "ann/v2"));
    }

    /// <summary>3,000 people: 1,000 are expected in each of three places, give or take 26; five times that is allowed.</summary>
    [Fact]
    public void The_right_answer_stands_in_each_place_as_often_and_each_question_comes_first_as_often()
    {
        var quiz = new Quiz(Questions.For(5, 0, 3));
        var first = Enumerable.Range(0, 3_000).Select(seed => Questions.Asked(quiz, quiz.Begin($"{seed}"))).ToList();

        Assert.All(first.CountBy(asks => asks.Answers.TakeWhile(answer => !answer.IsRight).Count()), place => Assert.InRange(place.Value, 870, 1_130));
        Assert.All(first.CountBy(asks => asks.Question.Id[^1]), letter => Assert.InRange(letter.Value, 870, 1_130));
        Assert.All(first.CountBy(asks => asks.Question.Clause.Id), clause => Assert.InRange(clause.Value, 490, 710));
    }

    [Fact]
    public void Of_more_rules_than_are_asked_about_each_has_its_share()
    {
        var quiz = new Quiz(Questions.For(10, 0, 2));
        var shares = Enumerable.Range(0, 2_000).SelectMany(seed => quiz.Begin($"{seed}").Clauses).CountBy(clause => clause).ToList();

        Assert.Equal(10, shares.Count);
        Assert.All(shares, share => Assert.InRange(share.Value, 890, 1_110));
    }

    /// <summary>What somebody is asked who answers everything wrong, with the answers as shown.</summary>
    private static List<string> Asked(Quiz quiz, string seed)
    {
        var (state, asked) = (quiz.Begin(seed), new List<string>());
        while (quiz.Next(state) is QuizStep.Asks asks)
        {
            asked.Add($"{asks.Question.Id}:{string.Concat(asks.Answers.Select(answer => answer.Number))}");
            state = Questions.After(quiz, state, isRight: false);
        }

        return asked;
    }
}
