using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Graph.Runners;
using PolicyBot.Reviews;
using PolicyBot.Turns;

namespace PolicyBot.Tests.Graph;

/// <summary>Graph did it, and the answer was lost: it is asked again, and what it made is there once.</summary>
public sealed class LostAnswersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ReviewChannel.Feed)]
    [InlineData(ReviewChannel.Calendar)]
    [InlineData(ReviewChannel.ToDo)]
    public async Task It_is_there_once(string kind)
    {
        await using var stage = await GraphStage.OpenAsync();
        stage.Sam.Lists["AQMkKnown="] = "Policies";
        stage.Graph.Losing = 1;

        Assert.Equal(ErrandState.Open, (await stage.RunAsync(kind)).State);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        var done = await stage.RunDueAsync(kind);

        Assert.Equal((ErrandState.Done, 1), (done.State, stage.Graph.Lost));
        var made = kind switch { ReviewChannel.Feed => stage.Sam.Feed.Count, ReviewChannel.Calendar => stage.Sam.Events.Count, _ => stage.Sam.Tasks.Count };
        Assert.Equal(1, made);
        Assert.Equal(
            kind switch { ReviewChannel.Feed => null, ReviewChannel.Calendar => stage.Sam.Events.Keys.Single(), _ => $"AQMkKnown=/{stage.Sam.Tasks.Keys.Single()}" },
            done.Trace);
    }

    [Fact]
    public async Task An_installation_that_was_not_answered_is_read_back_and_not_made_again()
    {
        await using var stage = await GraphStage.OpenAsync();
        (stage.Sam.IsInstalled, stage.Graph.Losing) = (false, 1);

        await stage.RunAsync(InstallErrand.OfKind, InstallErrand.EmptyBody);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(ErrandState.Done, (await stage.RunDueAsync(InstallErrand.OfKind)).State);
        Assert.Equal((true, 0), (stage.Sam.IsInstalled, stage.Sam.InstalledAgain));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_ends_with_the_attempt()
    {
        await using var stage = await GraphStage.OpenAsync();
        await stage.RunAsync(ReviewChannel.Feed); // There is a token.
        stage.Graph.Delay = TimeSpan.FromHours(1);
        var runner = stage.Services.GetServices<IErrandRunner>().Single(each => each.Kind == ReviewChannel.Calendar);
        var errand = new Errand("late", ReviewChannel.Calendar, stage.Sam.Id, JsonSerializer.Serialize(GraphStage.Notice, ReviewsJson.Default.ReviewNotice), stage.Clock.GetUtcNow());
        using var deadline = new CancellationTokenSource();

        var running = runner.RunAsync(errand, 1, deadline.Token);
        await Until.SoAsync(() => stage.Graph.CallsOf("/events").Count == 1);
        await deadline.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task A_list_whose_making_was_not_answered_is_found()
    {
        await using var stage = await GraphStage.OpenAsync();
        stage.Graph.Losing = 1;

        await stage.RunAsync(ReviewChannel.ToDo);
        stage.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(ErrandState.Done, (await stage.RunDueAsync(ReviewChannel.ToDo)).State);
        Assert.Single(stage.Sam.Lists);
        Assert.Single(stage.Sam.Tasks);
    }

    [Fact]
    public async Task An_event_of_which_only_graph_knows_is_taken_away_when_its_errand_was_cancelled()
    {
        await using var stage = await GraphStage.OpenAsync();
        stage.Graph.Losing = 1;
        await stage.RunAsync(ReviewChannel.Calendar);
        Assert.Single(stage.Sam.Events);

        await stage.Errands.CancelAsync(GraphStage.Key, stage.Clock.GetUtcNow(), Token);
        Assert.Equal(ErrandState.Open, (await stage.FinishAsync(ReviewChannel.CalendarRemoval, ReviewChannel.Calendar)).State);
        stage.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(ErrandState.Done, (await stage.RunDueAsync(ReviewChannel.CalendarRemoval)).State);
        Assert.Empty(stage.Sam.Events);
    }
}
