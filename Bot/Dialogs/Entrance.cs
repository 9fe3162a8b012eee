namespace PolicyBot.Dialogs;

/// <summary>A kind of question (a topic of answers.yaml) that leads into a scenario.</summary>
/// <param name="Topic">The topic, or topic/rule.</param>
/// <param name="IsBegun">Its answer begins the scenario at once; otherwise the answer stands and offers it.</param>
/// <param name="Telltale">What the story must tell besides; null where the topic is enough.</param>
internal sealed record Entrance(string Topic, bool IsBegun, Telltale? Telltale, string File, int Line)
{
    public bool IsFor(string topic) => Topic == topic || topic.StartsWith($"{Topic}/", StringComparison.Ordinal);
}
