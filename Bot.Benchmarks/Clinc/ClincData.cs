using System.Text.Json;

namespace PolicyBot.Benchmarks.Clinc;

/// <summary>CLINC150 (Larson et al., EMNLP 2019): 150 intents, and lines that belong to none.</summary>
internal sealed class ClincData(string file)
{
    public const string OutOfScope = "oos";

    private readonly JsonElement _root = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;

    public IReadOnlyList<(string Text, string Intent)> Lines(params string[] parts) =>
        [.. parts.SelectMany(part => _root.GetProperty(part).EnumerateArray())
            .Select(line => (line[0].GetString()!, line[1].GetString()!))];
}
