using Microsoft.Extensions.Configuration;
using PolicyBot.Manifest;

namespace PolicyBot.Commands;

/// <summary>Makes the app for Teams of the settings of this bot, or says what is wrong with one.</summary>
internal sealed class ManifestCommand(PackageCheck check, IConfiguration configuration)
{
    private const string Ending = ".zip";

    /// <param name="path">Null for one named by the version, here.</param>
    public Command.Explain Build(string? path)
    {
        var (settings, mistakes) = ManifestSettings.From(configuration);
        if (mistakes.Count > 0)
            return Said(mistakes, "The manifest needs these settings. Nothing was written.", Command.BadUsage);

        var file = path ?? $"policybot-{settings.Version}{Ending}";
        if (!file.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            return new Command.Explain($"'{file}' does not end in {Ending}. Write the name of the zip to make.", Command.BadUsage);

        // What is written is what was read back and checked.
        var zip = PackageBuild.Of(settings).ToZip();
        var package = AppPackage.Read(new MemoryStream(zip));
        if (check.Faults(package, settings) is { Count: > 0 } faults)
            return Said(faults, $"{Count(faults.Count)} wrong. Nothing was written.", Command.Failed);

        return Written(file, zip) ?? new Command.Explain(
            $"{file} is made, for version {settings.Version}: {string.Join(", ", package.Files.Keys)}. "
            + "All checks passed. Upload it in the Teams admin centre: docs/manifest.md says how.", Command.Done);
    }

    public Command.Explain Check(string file)
    {
        var (settings, mistakes) = ManifestSettings.From(configuration);
        if (mistakes.Count > 0)
            return Said(mistakes, "The manifest is held against these settings. Nothing was checked.", Command.BadUsage);
        if (!File.Exists(file))
            return new Command.Explain($"There is no file {file}.", Command.BadUsage);

        try
        {
            using var zip = File.OpenRead(file);
            return check.Faults(AppPackage.Read(zip), settings) is { Count: > 0 } faults
                ? Said(faults, $"{Count(faults.Count)} wrong in {file}.", Command.Failed)
                : new Command.Explain($"{file} is this bot's, and as Teams wants it. All checks passed.", Command.Done);
        }
        catch (InvalidDataException unreadable)
        {
            return new Command.Explain($"{file} cannot be read as a zip. {unreadable.Message} Build it anew: policybot manifest build.", Command.Failed);
        }
    }

    private static Command.Explain? Written(string file, byte[] zip)
    {
        try
        {
            File.WriteAllBytes(file, zip);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new Command.Explain($"{file} cannot be written ({refused.Message}). Name another place.", Command.Failed);
        }
    }

    private static string Count(int faults) => faults == 1 ? "1 thing is" : $"{faults} things are";

    private static Command.Explain Said(IEnumerable<string> lines, string last, int exitCode) => new(string.Join(Environment.NewLine, lines.Append(last)), exitCode);
}
