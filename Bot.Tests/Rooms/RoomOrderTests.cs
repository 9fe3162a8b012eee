namespace PolicyBot.Tests.Rooms;

public sealed class RoomOrderTests
{
    [Fact]
    public void Every_room_imports_only_the_rooms_it_names() =>
        Assert.Empty(RoomOrder.FaultsIn(RoomOrder.SourceFolder));

    [Theory]
    [InlineData("Policies", "using PolicyBot.Answers;", "Policies/Planted.cs imports Answers, which Policies may not.")]
    [InlineData("Answers", "using PolicyBot.Teams;", "Answers/Planted.cs imports Teams, which Answers may not.")]
    [InlineData("Answers", "using Shown = PolicyBot.Teams.Words;", "Answers/Planted.cs imports Teams, which Answers may not.")]
    [InlineData("Policies", "class A { PolicyBot.BotFramework.Activity? b; }",
        "Policies/Planted.cs imports BotFramework, which Policies may not.")]
    [InlineData("Answers", "class A { BotFramework.Activity? b; }",
        "Answers/Planted.cs imports BotFramework, which Answers may not.")]
    [InlineData("BotFramework", "using PolicyBot.Policies;", "BotFramework/Planted.cs imports Policies, which BotFramework may not.")]
    [InlineData("Common", "class A;", "Common is no room of the design.")]
    public void An_import_that_runs_the_wrong_way_is_found(string room, string code, string fault)
    {
        var folder = Directory.CreateTempSubdirectory("rooms");
        Directory.CreateDirectory(Path.Combine(folder.FullName, room));
        File.WriteAllText(Path.Combine(folder.FullName, room, "Planted.cs"), code);

        var faults = RoomOrder.FaultsIn(folder.FullName);

        folder.Delete(recursive: true);
        Assert.Equal([fault], faults);
    }

    [Fact]
    public void Speaking_the_protocol_takes_at_most_2500_lines()
    {
        var lines = Directory.EnumerateFiles(Path.Combine(RoomOrder.SourceFolder, "BotFramework"), "*.cs", SearchOption.AllDirectories)
            .Sum(file => File.ReadLines(file).Count());

        Assert.InRange(lines, 1, 2_500);
    }
}
