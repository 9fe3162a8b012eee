using System.Diagnostics;
using System.Text.Json;

namespace PolicyBot.Tests.Answers;

/// <summary>The same questions have the same answers to the byte, in every process and in every run.</summary>
public sealed class SameAnswersTests
{
    [Fact]
    public async Task Two_processes_and_three_runs_answer_alike()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, ShippedEngine.Examples.Select((question, id) => JsonSerializer.Serialize(new { id, question })),
            TestContext.Current.CancellationToken);

        var runs = new[] { await AnswersTo(file), await AnswersTo(file), await AnswersTo(file) };

        File.Delete(file);
        Assert.True(runs[0].Length > 100_000, runs[0]);
        Assert.Single(runs.Distinct());
    }

    private static async Task<string> AnswersTo(string file)
    {
        var bot = Path.Combine(AppContext.BaseDirectory, "policybot.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [bot, "ask", "--jsonl", file]) { RedirectStandardOutput = true })!;
        var answers = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return answers;
    }
}
