namespace PolicyBot.Manifest;

/// <summary>The files of the folder manifest/, which are part of the program.</summary>
internal static class Shipped
{
    public const string Template = "manifest.json", Color = "color.png", Outline = "outline.png",
        Schema = "MicrosoftTeams.schema.json", LanguageSchema = "MicrosoftTeams.Localization.schema.json";

    public static byte[] Read(string name)
    {
        using var file = typeof(Shipped).Assembly.GetManifestResourceStream($"manifest/{name}")
            ?? throw new InvalidOperationException($"manifest/{name} is not in the program.");
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
