using PolicyBot.Commands;
using PolicyBot.Tests.Answers;

namespace PolicyBot.Tests.Commands;

public sealed class EvaluateCommandTests
{
    private const string
        Right = """{"id":"r","question":"can i post a photo of the kids","outcomes":["answered"],"verdicts":["must_not"],"clauses":["photographs"]}""",
        Wrong = """{"id":"w","question":"can i post a photo of the kids","outcomes":["help"],"verdicts":["none"],"clauses":[]}""";

    [Theory]
    [InlineData(0, 0.5, Right, Wrong)]
    [InlineData(1, 0.51, Right, Wrong)]
    [InlineData(0, 1, Right)]
    [InlineData(1, 0, Right, "{}")]
    [InlineData(1, 0)]
    public void Less_than_the_share_asked_for_is_a_failed_check(int exitCode, double atLeast, params string[] lines)
    {
        using var output = new StringWriter();

        Assert.Equal(exitCode, new EvaluateCommand(ShippedEngine.Engine).Run(lines, atLeast, output));
    }

    [Fact]
    public void What_is_missed_stands_above_the_figures()
    {
        using var output = new StringWriter();

        new EvaluateCommand(ShippedEngine.Engine).Run([Right, Wrong], 0, output);

        Assert.Matches(@"^w +wanted help none - +got answered must_not photographs +can i post", output.ToString());
        Assert.Contains("all right            0.500", output.ToString(), StringComparison.Ordinal);
    }
}
