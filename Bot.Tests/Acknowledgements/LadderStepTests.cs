using PolicyBot.Acknowledgements;
using PolicyBot.Acknowledgements.Rounds;

namespace PolicyBot.Tests.Acknowledgements;

public sealed class LadderStepTests
{
    [Fact]
    public void A_step_is_written_and_read_back() =>
        Assert.All(new LadderSettings { AtMost = 3 }.Steps(), step => Assert.Equal(step, LadderStep.Parse(step.ToString())));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("reminder")]
    [InlineData("reminder+x")]
    [InlineData("reminder+-7")]
    [InlineData("nudge+7")]
    [InlineData("1+7")]
    public void What_is_no_step_is_refused(string? text) => Assert.False(LadderStep.TryParse(text, out _));

    [Fact]
    public void The_usual_settings_are_sound() => Assert.Empty(new LadderSettings().Mistakes());

    [Theory]
    [InlineData(14, 21, 22, 7, "Rounds: the reminders (14, 14), the due day (21) and the manager's day (22) must follow each other.")]
    [InlineData(7, 14, 22, 7, "Rounds: the reminders (7, 14), the due day (14) and the manager's day (22) must follow each other.")]
    [InlineData(0, 21, 22, 7, "Rounds: the reminders (0, 14), the due day (21) and the manager's day (22) must follow each other.")]
    [InlineData(7, 21, 21, 7, "Rounds: the reminders (7, 14), the due day (21) and the manager's day (21) must follow each other.")]
    [InlineData(7, 21, 22, 0, "Rounds:Every is 0, the days between reminders after the due day.")]
    public void Settings_that_cannot_be_followed_are_named(int first, int due, int manager, int every, string mistake)
    {
        var settings = new LadderSettings { Reminders = [first, 14], Due = due, Manager = manager, Every = every };

        Assert.StartsWith(mistake, Assert.Single(settings.Mistakes()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_weekly_reminders_keep_the_rhythm_of_the_due_day_after_a_manager_told_later()
    {
        var days = new LadderSettings { Manager = 35, AtMost = 2 }.Steps().Select(step => step.Day);

        Assert.Equal([0, 7, 14, 21, 35, 42, 49], days);
    }
}
