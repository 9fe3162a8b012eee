using PolicyBot.Answers;
using PolicyBot.Teams;

namespace PolicyBot.Commands;

/// <summary>One question, one answer to read.</summary>
internal sealed class AskCommand(AnswerEngine engine, AnswerReply replies, Terminal terminal)
{
    public int Answer(string question)
    {
        foreach (var message in replies.To(engine.Ask(question)))
            terminal.Show(message);

        return Command.Done;
    }
}
