using PolicyBot.BotFramework;

namespace PolicyBot.Commands;

/// <summary>The whole bot in a terminal: the same turns as over the wire, without the wire.</summary>
internal sealed class ChatCommand(IBot bot, Terminal terminal)
{
    private static readonly ConversationAccount Here = new() { Id = $"terminal-{Guid.NewGuid()}", ConversationType = "personal" };
    private static readonly ChannelAccount Person = new() { Id = "staff" }, Bot = new() { Id = "bot" };

    private IReadOnlyList<CardAction> _buttons = [];

    public async Task<int> RunAsync()
    {
        await TurnAsync(new Activity { Type = ActivityTypes.InstallationUpdate, Action = "add" });
        while (Read() is { Length: > 0 } line)
            await TurnAsync(new Activity { Type = ActivityTypes.Message, Text = Pressed(line) });

        await TurnAsync(new Activity { Type = ActivityTypes.InstallationUpdate, Action = "remove" });
        return Command.Done;
    }

    private Task TurnAsync(Activity said) => bot.OnTurnAsync(new TurnContext(said with
    {
        ChannelId = "terminal",
        DeliveryMode = DeliveryModes.ExpectReplies,
        Conversation = Here,
        From = Person,
        Recipient = Bot,
    }, ShowAsync), CancellationToken.None);

    private Task<SendOutcome> ShowAsync(Activity reply, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        terminal.Show(reply);
        _buttons = reply.SuggestedActions?.Actions ?? [];
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(null));
    }

    private string? Read()
    {
        Console.Write($"\n{terminal.Prompt("you> ")}");
        return Console.ReadLine()?.Trim() is { } line && line is not ("quit" or "exit") ? line : null;
    }

    /// <summary>A number presses the button of that number.</summary>
    private string Pressed(string line) =>
        int.TryParse(line, out var number) && number >= 1 && number <= _buttons.Count ? _buttons[number - 1].Value : line;
}
