namespace PolicyBot.Turns;

/// <summary>What a check of the bot's health says beside its sentence, for who reads it without a bot that runs.</summary>
internal static class HealthNotes
{
    /// <summary>It is no fault before the start, which puts it right.</summary>
    public const string Passes = "passes";
}
