using System.Text.RegularExpressions;
using PolicyBot.Tests.Rooms;

namespace PolicyBot.Tests.Deployment;

public sealed partial class ThreatModelTests
{
    [Fact]
    public void Every_threat_has_its_test()
    {
        var text = File.ReadAllText(Path.Combine(RoomOrder.SourceFolder, "..", "docs", "threat-model.md"));
        var named = Test().Matches(text).Select(match => match.Groups[1].Value).Distinct().ToList();
        var there = typeof(ThreatModelTests).Assembly.GetTypes().SelectMany(type => type.GetMethods().Where(IsTest).Select(method => $"{type.Name}.{method.Name}")).ToHashSet();

        Assert.True(named.Count > 20);
        Assert.Empty(named.Except(there));
        Assert.All(text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| threat", StringComparison.Ordinal)), line => Assert.Matches(Test(), line));
    }

    private static bool IsTest(System.Reflection.MethodInfo method) => method.GetCustomAttributes(typeof(FactAttribute), inherit: false).Length > 0;

    [GeneratedRegex(@"`(\w+Tests\.\w+)`")]
    private static partial Regex Test();
}
