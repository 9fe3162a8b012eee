namespace PolicyBot.Language.Cloud;

/// <summary>How long Azure AI Language is waited for. Somebody sits before the bot meanwhile.</summary>
internal sealed record Patience(TimeSpan OneTry, TimeSpan WholeCall, TimeSpan Pause)
{
    public const int Tries = 3;

    public static Patience Usual { get; } = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(.5));
}
