using System.Runtime.CompilerServices;
using PolicyBot.Answers;
using PolicyBot.Dialogs;
using PolicyBot.Policies;
using PolicyBot.Questions;
using PolicyBot.Tests.Answers;

namespace PolicyBot.Tests.Dialogs;

/// <summary>Whether a story told in free text leads into the right scenario, with the facts it tells and no others.</summary>
public sealed class StoriesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("stories.jsonl", .94, .84, .95)]
    [InlineData("stories-2.jsonl", .67, .56, .9)]
    public void Stories_lead_into_the_right_scenario_with_the_right_facts(string file, double scenario, double heard, double right)
    {
        var stories = File.ReadLines(Path.Combine(Folder(), file)).Select(ToldStory.Parse).ToList();

        var figures = new StoryFigures([.. stories.Select(story => (story, Led(story.Text)))]);

        output.WriteLine(figures.ToString());
        Assert.True(figures.RightScenario >= scenario && figures.FactsHeard >= heard && figures.FactsRight >= right, figures.ToString());
    }

    private static readonly Scenarios Walks = Scenarios.Load(PolicyLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Policies", "Library")).Library.Policies, ShippedEngine.Engine).Scenarios;
    private static readonly Hearing Ears = new(ShippedEngine.Engine, Phrases.Load(ShippedEngine.Engine, []), new Precedents(null!, ShippedEngine.Engine), Walks);

    private static LedTo Led(string text)
    {
        var heard = Ears.Hear(text);
        var opening = new Openings(Walks).For(heard);
        return new LedTo(opening?.Scenario.Id.Value.Split('/')[1], opening?.Told.ToDictionary(told => told.Fact, told => told.Value) ?? [], heard.Answer is Answer.Safeguarding, $"{heard.Answer.GetType().Name} {heard.Answer.Kind}");
    }

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Stories");
}
