using PolicyBot.Answers;
using PolicyBot.Dialogs;
using PolicyBot.Teams;

namespace PolicyBot.Manifest;

/// <summary>Whether the bot knows what to do with a command as it is with one of its own, without a conversation or a database.</summary>
internal sealed class CommandEar(Ears ears)
{
    /// <param name="isPersonal">In a chat of one's own there is more to say than in a team: what one has signed, a walk-through.</param>
    public bool Understands(string text, bool isPersonal)
    {
        var heard = ears.Hear(text);
        return isPersonal
            ? heard.Looking is not Looking.None || heard.Walk is not null || heard.ForManager is not null || IsAnswer(heard.Answer)
            : heard is { Looking: Looking.None, Walk: null, ForManager: null } && IsAnswer(heard.Answer);
    }

    private static bool IsAnswer(Answer answer) => answer is not (Answer.NotCovered or Answer.Unclear);
}
