namespace PolicyBot.Commands;

/// <summary>What is wrong at the start: in the files, which every command needs, and in the settings of the service.</summary>
internal sealed record StartMistakes
{
    public List<string> InFiles { get; } = [];

    public List<string> InSettings { get; } = [];
}
