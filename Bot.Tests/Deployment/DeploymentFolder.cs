using PolicyBot.Tests.Rooms;

namespace PolicyBot.Tests.Deployment;

/// <summary>The folder Deployment of the sources.</summary>
internal static class DeploymentFolder
{
    public static string Of(string path) => Path.GetFullPath(Path.Combine(RoomOrder.SourceFolder, "..", "Deployment", path));

    public static string Read(string path) => File.ReadAllText(Of(path));

    /// <summary>All files of a folder and below, by their paths from there.</summary>
    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Of(folder), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Of(""), file).Replace('\\', '/'));
}
