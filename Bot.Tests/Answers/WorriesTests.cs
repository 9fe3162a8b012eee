using System.Runtime.CompilerServices;
using PolicyBot.Answers;

namespace PolicyBot.Tests.Answers;

public sealed class WorriesTests
{
    private const string Worry = "worry> ", Calm = "calm> ";

    [Fact]
    public void Every_worry_in_the_file_is_heard() =>
        Assert.DoesNotContain(Lines(Worry), line => ShippedEngine.Engine.Ask(line) is not Answer.Safeguarding);

    [Fact]
    public void Nothing_else_in_the_file_raises_the_alarm() =>
        Assert.DoesNotContain(Lines(Calm), line => ShippedEngine.Engine.Ask(line) is Answer.Safeguarding);

    private static IEnumerable<string> Lines(string kind, [CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "worries.txt"))
            .Where(line => line.StartsWith(kind, StringComparison.Ordinal)).Select(line => line[kind.Length..]);
}
