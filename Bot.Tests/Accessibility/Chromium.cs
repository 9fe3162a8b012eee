using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace PolicyBot.Tests.Accessibility;

/// <summary>A real browser with axe-core in it. POLICYBOT_AXE says where axe.min.js is.</summary>
internal static partial class Chromium
{
    private const string Judge = """
        <script>
        axe.run(document, { resultTypes: ['violations'] }).then(
          found => found.violations.filter(each => ['serious', 'critical'].includes(each.impact))
            .map(each => each.id + ': ' + each.help + ' ' + each.nodes.map(node => node.html.slice(0, 120) + ' ' + node.any.map(why => why.message).join(' ')).join(' | ')).join('\n'),
          failed => 'axe failed: ' + failed)
          .then(said => { document.body.textContent = ''; document.body.append(Object.assign(document.createElement('pre'), { id: 'axe', textContent: 'AXE[' + said + ']' })); });
        </script>
        """;

    /// <returns>What is serious or critical, or nothing; null where there is no browser or no axe.</returns>
    public static async Task<string?> FindingsAsync(string page, int width, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("POLICYBOT_AXE") is not { Length: > 0 } axe || !File.Exists(axe))
            return null;

        var folder = Directory.CreateTempSubdirectory("axe");
        var copy = Path.Combine(folder.FullName, "page.html");
        await File.WriteAllTextAsync(copy, WithAxe(page, axe), cancellationToken);
        var shown = await ShowAsync(copy, folder.FullName, width, cancellationToken);
        folder.Delete(recursive: true);
        return shown is null ? null : Said().Match(shown) is { Success: true } said ? WebUtility.HtmlDecode(said.Groups[1].Value) : $"The browser did not finish: {shown}";
    }

    /// <summary>In a copy the page's own rule against scripts does not stand.</summary>
    private static string WithAxe(string page, string axe) => SecurityPolicy().Replace(page, "")
        .Replace("</body>", $"<script src=\"{new Uri(axe)}\"></script>\n{Judge}</body>", StringComparison.Ordinal);

    private static async Task<string?> ShowAsync(string copy, string folder, int width, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("POLICYBOT_CHROMIUM") ?? "chromium",
            ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", $"--user-data-dir={folder}/profile", $"--window-size={width},1200",
                "--virtual-time-budget=60000", "--dump-dom", new Uri(copy).ToString()])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var browser = Process.Start(start)!;
            var (shown, _) = (browser.StandardOutput.ReadToEndAsync(cancellationToken), browser.StandardError.ReadToEndAsync(cancellationToken));
            await browser.WaitForExitAsync(cancellationToken);
            return await shown;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex("<meta http-equiv=\"Content-Security-Policy\"[^>]*>")]
    private static partial Regex SecurityPolicy();

    [GeneratedRegex("""<pre id="axe">AXE\[([\s\S]*?)\]</pre>""")]
    private static partial Regex Said();
}
