using Microsoft.Extensions.Configuration;

namespace PolicyBot.Graph;

/// <summary>Reads one section, and keeps a sentence for each value that is none.</summary>
internal sealed class GraphSettingsReader(IConfigurationSection section)
{
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Mistakes => _mistakes;

    public string? Text(string name) => section[name]?.Trim() is { Length: > 0 } text ? text : null;

    public bool Switch(string name)
    {
        if (Text(name) is not { } text)
            return false;
        if (bool.TryParse(text, out var isOn))
            return isOn;

        _mistakes.Add($"Graph:{name} is '{text}'. Write true or false.");
        return false;
    }

    public string? Id(string name, string what)
    {
        if (Text(name) is { } text && !Guid.TryParse(text, out _))
            _mistakes.Add($"Graph:{name} is '{text}'. Write {what}, such as 11111111-2222-3333-4444-555555555555.");

        return Text(name);
    }

    /// <summary>Over plain HTTP only on this machine, in Development.</summary>
    public Uri? Address(string name, string? standard, bool isDevelopment)
    {
        var text = Text(name) ?? standard;
        if (text is null)
            return null;
        if (Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.IsLoopback && isDevelopment)))
            return address;

        _mistakes.Add($"Graph:{name} is '{text}'. Write an https address, or leave it out.");
        return standard is null ? null : new Uri(standard);
    }
}
