using System.Diagnostics;
using System.Runtime.CompilerServices;
using PolicyBot.Teams.Cards;

namespace PolicyBot.Tests.Cards;

/// <summary>
/// The cards before Microsoft's own parser, where node and its package are there ("npm install adaptivecards", and NODE_PATH
/// says where). POLICYBOT_CARDS names a folder to find the cards in afterwards, to look at them in the designer.
/// </summary>
public sealed class OfficialParserTests
{
    private const int NotInstalled = 3;

    [Fact]
    public async Task The_official_parser_warns_of_nothing()
    {
        var folder = Environment.GetEnvironmentVariable("POLICYBOT_CARDS") ?? Directory.CreateTempSubdirectory("policybot-cards-").FullName;
        await WriteAsync(folder);

        var (exitCode, said) = await CheckAsync(folder);

        Assert.SkipWhen(exitCode == NotInstalled && Environment.GetEnvironmentVariable("POLICYBOT_REQUIRE_PARSER") is null, "The official parser is not installed.");
        Assert.True(exitCode == 0, said);
    }

    /// <summary>Each card, and what its template was filled with.</summary>
    private static async Task WriteAsync(string folder)
    {
        foreach (var (name, card) in SampleCards.All)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.json"), Sealing.Unsealed.Print(card).GetRawText(), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.data"), CardPrinter.Shown(card).ToJsonString(), TestContext.Current.CancellationToken);
        }
    }

    private static async Task<(int ExitCode, string Said)> CheckAsync(string folder)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Here(), "check-cards.mjs"), folder]) { RedirectStandardError = true };
        try
        {
            using var node = Process.Start(start)!;
            var said = await node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (node.ExitCode, said);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (NotInstalled, "");
        }
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
