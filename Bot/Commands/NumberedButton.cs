using PolicyBot.BotFramework;

namespace PolicyBot.Commands;

/// <summary>A button that a number presses in the terminal.</summary>
internal abstract record NumberedButton(string Label)
{
    /// <summary>The field for words that goes with it.</summary>
    public virtual string? Field => null;

    /// <param name="words">For the field, in the place of what stands there.</param>
    public abstract Activity Press(string? words);

    /// <summary>A suggestion: as if its text were typed.</summary>
    internal sealed record Says(string Label, string Text) : NumberedButton(Label)
    {
        public override Activity Press(string? words) => new() { Type = ActivityTypes.Message, Text = Text };
    }

    /// <summary>A card's button, on a client that only knows Action.Submit.</summary>
    internal sealed record Sends(PlainButton Button, IReadOnlyDictionary<string, string> Fields) : NumberedButton(Button.Label)
    {
        /// <summary>The first; what else there is to fill in stays as it stands.</summary>
        public override string? Field => Button.TakesFields ? Fields.Keys.FirstOrDefault() : null;

        public override Activity Press(string? words)
        {
            var filled = new Dictionary<string, string>(Fields, StringComparer.Ordinal);
            if (Field is { } field && words is not null)
                filled[field] = words;

            return new Activity { Type = ActivityTypes.Message, Value = Button.Submitted(filled) };
        }
    }
}
