using System.Security.Cryptography;
using System.Text;
using PolicyBot.Policies;

namespace PolicyBot.Acknowledgements.Reports.Pack;

/// <summary>
/// What an inspector is shown: one file that needs no other, to be read on a screen or printed. Nothing in it runs, and nothing
/// is loaded from anywhere.
/// </summary>
internal static class EvidencePack
{
    private static readonly string Style = Read("Policies", "Page", "page.css") + Read("Acknowledgements", "Reports", "Pack", "pack.css");

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <param name="statement">What is to be confirmed, for as long as nobody has confirmed it.</param>
    public static void Write(PolicyReport report, string statement, Stream file)
    {
        using var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        var html = new Html(text);
        html.Add($"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{StyleHash}'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{report.Policy.Title}: who has acknowledged it, {SchoolTime.Written(report.AsAt)}</title>
            """);
        html.AddFile($"<style>{Style}</style>\n");
        html.Add($"</head>\n<body class=\"pack\">\n<main>");
        Summary.Add(html, report);
        PeopleTables.Add(html, report);
        ClauseTable.Add(html, report);
        Proof.Add(html, report, statement);
        html.Add($"</main>\n<footer>{report.Policy.Title}, version {report.Version}. As at {SchoolTime.Written(report.AsAt)}, UK time. Check value {report.Head.CheckValue}.</footer>\n</body>\n</html>");
    }

    private static string Read(params string[] path) =>
        File.ReadAllText(Path.Combine([AppContext.BaseDirectory, .. path])).ReplaceLineEndings("\n");
}
