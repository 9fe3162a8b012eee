using Microsoft.Extensions.Configuration;
using PolicyBot.Acknowledgements.Rounds;

namespace PolicyBot.Tests.Acknowledgements;

public sealed class LadderSettingsTests
{
    [Fact]
    public void Without_settings_the_ladder_is_the_usual_one() =>
        Assert.Equal("issue+0 reminder+7 reminder+14 due+21 manager+22 weekly+28", Steps());

    [Theory]
    [InlineData("issue+0 reminder+3 reminder+6 due+10 manager+11 weekly+17", "Reminders=3, 6", "Due=10")]
    [InlineData("issue+0 reminder+3 due+10 manager+15 weekly+20", "Reminders:0=3", "Due=10", "Manager=15", "Every=5", "AtMost=1")]
    [InlineData("issue+0 due+21 manager+22", "Reminders=", "AtMost=0")]
    public void Each_step_can_be_set(string steps, params string[] settings) => Assert.Equal(steps, Steps(settings));

    [Theory]
    [InlineData("Rounds:Due has 'soon'. Write a whole number up to 366.", "Due=soon")]
    [InlineData("Rounds:Reminders has '7;14'. Write a whole number up to 366.", "Reminders=7;14")]
    [InlineData("Rounds:Every has '5000'. Write a whole number up to 366.", "Every=5000")]
    [InlineData("Rounds:Every is 0, the days between reminders after the due day. Write 1 or more.", "Every=0")]
    [InlineData("Rounds:AtMost is -1. Write how many reminders follow the due day, or nothing for no end.", "AtMost=-1")]
    [InlineData("Rounds: the reminders (7, 14), the due day (10) and the manager's day (11) must follow each other. "
        + "Give each a later day than the one before, from 1.", "Due=10")]
    public void What_is_wrong_is_said_in_a_sentence(string sentence, string setting) =>
        Assert.Equal([sentence], Read(setting).Mistakes);

    private static string Steps(params string[] settings)
    {
        var (read, mistakes) = Read(settings);
        Assert.Empty(mistakes);
        return string.Join(' ', read.Steps().Take(6));
    }

    private static (LadderSettings Settings, IReadOnlyList<string> Mistakes) Read(params string[] settings) =>
        LadderSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2))
            .Select(pair => KeyValuePair.Create($"Rounds:{pair[0]}", (string?)pair[1]))).Build());
}
