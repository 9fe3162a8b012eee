using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PolicyBot.Manifest;
using PolicyBot.Manifest.Schema;
using PolicyBot.Tests.Rooms;

namespace PolicyBot.Tests.Manifest;

/// <summary>
/// An independent validator, ajv, says of the built manifest and of every planted fault whether it fits the schema, and has to agree with ours:
/// where node and ajv are there ("npm install ajv", and NODE_PATH says where).
/// </summary>
public sealed class OfficialSchemaTests
{
    private const int NotInstalled = 3;

    private static string Schema => Path.Combine(RoomOrder.SourceFolder, "..", "manifest", "schema", Shipped.Schema);

    [Fact]
    public void The_schema_in_the_program_is_the_one_in_the_repository() =>
        Assert.Equal(File.ReadAllBytes(Schema), Shipped.Read(Shipped.Schema));

    [Fact]
    public async Task Another_validator_agrees_about_every_manifest()
    {
        var folder = Directory.CreateTempSubdirectory("policybot-schema-").FullName;
        var ours = Write(folder).ToList();

        var (exitCode, said, wrong) = await AskAsync(folder);

        Directory.Delete(folder, recursive: true);
        Assert.SkipWhen(exitCode == NotInstalled && Environment.GetEnvironmentVariable("POLICYBOT_REQUIRE_PARSER") is null, "ajv is not installed.");
        Assert.True(exitCode == 0, wrong);
        Assert.Equal(ours, said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(ours, line => line.StartsWith("invalid", StringComparison.Ordinal));
    }

    /// <returns>What we say of each.</returns>
    private static IEnumerable<string> Write(string folder)
    {
        var schema = new JsonSchema(Shipped.Read(Shipped.Schema));
        var number = 0;
        foreach (var plant in Faults.All.Select(fault => fault.Value.Plant).Prepend(_ => { }))
        {
            var app = new TheApp();
            plant(app);
            if (!app.Package().Files.TryGetValue(AppPackage.Manifest, out var manifest) || PackageCheck.Json(manifest) is not { } json)
                continue;

            var name = string.Create(CultureInfo.InvariantCulture, $"{number++:000}.json");
            File.WriteAllBytes(Path.Combine(folder, name), manifest);
            yield return $"{(schema.Faults(json).Count == 0 ? "valid" : "invalid")} {name}";
        }
    }

    private static async Task<(int ExitCode, string Said, string Wrong)> AskAsync(string folder)
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Here(), "check-schema.mjs"), Schema, folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var wrong = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var said = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (node.ExitCode, said, await wrong);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (NotInstalled, "", "");
        }
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
