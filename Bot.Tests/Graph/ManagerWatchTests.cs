using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Graph.People;
using PolicyBot.Teams;
using PolicyBot.Tests.Graph.Service;

namespace PolicyBot.Tests.Graph;

public sealed class ManagerWatchTests
{
    private const string Group = "aaaaaaaa-0000-4ccc-8ddd-eeeeeeeeeeee";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_one_member_of_a_group_is_the_manager()
    {
        await using var stage = await GraphStage.OpenAsync("--Manager:EntraId=", $"--Graph:ManagerGroup={Group}");
        stage.Graph.Directory.Join(Group, stage.Sam.Id);

        Assert.Null(await WatchOf(stage).LookAsync(Token));
        Assert.Equal(stage.Sam.Id, ManagerOf(stage));

        stage.Graph.Directory.Join(Group, stage.Graph.Directory.Add(2).Id);
        Assert.Equal("The group of Graph:ManagerGroup has several people in it. Keep the manager in it, and nobody else.", await WatchOf(stage).LookAsync(Token));
        Assert.Equal(stage.Sam.Id, ManagerOf(stage)); // Until another is found.
    }

    [Fact]
    public async Task The_manager_of_somebody_is_the_manager()
    {
        await using var stage = await GraphStage.OpenAsync("--Manager:EntraId=", $"--Graph:ManagerOf={GraphPerson.IdOf(2)}");
        var clerk = stage.Graph.Directory.Add(2);
        Assert.StartsWith("The person of Graph:ManagerOf has no manager in Entra", await WatchOf(stage).LookAsync(Token), StringComparison.Ordinal);

        clerk.Manager = stage.Sam.Id;
        Assert.Null(await WatchOf(stage).LookAsync(Token));
        Assert.Equal(stage.Sam.Id, ManagerOf(stage));
    }

    [Fact]
    public async Task A_manager_in_the_settings_is_the_manager()
    {
        await using var stage = await GraphStage.OpenAsync($"--Graph:ManagerOf={GraphPerson.IdOf(2)}");

        using var watch = WatchOf(stage);
        await watch.StartAsync(Token);
        await watch.ExecuteTask!;

        Assert.Empty(stage.Graph.Calls);
        Assert.Equal(stage.Sam.Id, ManagerOf(stage));
    }

    private static ManagerWatch WatchOf(GraphStage stage) => ActivatorUtilities.CreateInstance<ManagerWatch>(stage.Services);

    private static string? ManagerOf(GraphStage stage) => stage.Services.GetRequiredService<ClubSettings>().ManagerId;
}
