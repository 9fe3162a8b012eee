using PolicyBot.Commands;
using PolicyBot.Tests.Answers;

namespace PolicyBot.Tests.Commands;

public sealed class AskLinesCommandTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" }, _errors = new() { NewLine = "\n" };

    public void Dispose()
    {
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public void A_line_in_is_a_line_out_and_other_fields_do_not_matter()
    {
        Assert.Equal(0, Answer("""{"id":"a","question":"can i post a photo of the kids","note":"x"}""", "", """{"id":7,"question":"hello"}"""));

        var lines = _output.ToString().Split('\n');
        Assert.StartsWith("""{"id":"a","outcome":"answered","verdict":"must_not","policy":"social-media","clauses":["photographs","discipline"],"confidence":0.""", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("""{"id":7,"outcome":"help","verdict":"none","policy":null,"clauses":[],"confidence":""", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"a","question":5}""")]
    public void A_bad_line_is_told_and_the_others_are_answered(string bad)
    {
        Assert.Equal(1, Answer("""{"id":"a","question":"hello"}""", bad, """{"id":"c","question":"thanks"}"""));

        Assert.StartsWith("Line 2 is not", _errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, _output.ToString().Count(letter => letter == '\n'));
    }

    private int Answer(params string[] lines) =>
        new AskLinesCommand(ShippedEngine.Engine).Answer(new StringReader(string.Join('\n', lines)), _output, _errors);
}
