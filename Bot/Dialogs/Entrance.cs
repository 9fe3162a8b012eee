namespace PolicyBot.Dialogs;

/// <summary>What leads into a scenario: a kind of question (a topic of answers.yaml), words of the story, or both.</summary>
/// <param name="Topic">
/// The topic, or topic/rule; "unknown" for a question of no kind; null where the words alone lead in, whatever the kind.
/// </param>
/// <param name="IsBegun">Its answer begins the scenario at once; otherwise the answer stands and offers it.</param>
/// <param name="Telltale">What the story must tell besides; null where the topic is enough.</param>
internal sealed record Entrance(string? Topic, bool IsBegun, Telltale? Telltale, string File, int Line)
{
    public const string Unknown = "unknown";

    public bool IsFor(string? topic) => Topic is null || (topic is null && Topic == Unknown) || topic == Topic || topic?.StartsWith($"{Topic}/", StringComparison.Ordinal) == true;
}
