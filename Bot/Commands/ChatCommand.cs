using System.Globalization;
using System.Text.RegularExpressions;
using PolicyBot.BotFramework;
using PolicyBot.Teams;

namespace PolicyBot.Commands;

/// <summary>The whole bot in a terminal: the same turns as over the wire, without the wire.</summary>
internal sealed partial class ChatCommand(IBot bot, Terminal terminal, ClubSettings club)
{
    private static readonly ChannelAccount Bot = new() { Id = "bot" };

    private readonly List<NumberedButton> _buttons = [];
    private ChannelAccount _person = new() { Id = "staff", Name = "staff" };

    /// <summary>One conversation for each, whenever it is had: what was open yesterday is open today, and answers come back to it.</summary>
    public async Task<int> RunAsync(bool asManager)
    {
        if (asManager)
            _person = new ChannelAccount { Id = "manager", Name = "manager", AadObjectId = club.ManagerId ?? ClubSettings.DevelopmentManager };

        await TurnAsync(new Activity { Type = ActivityTypes.InstallationUpdate, Action = "add" });
        terminal.Write(asManager ? "You are the manager. Write \"questions\" or \"themes\"." : "Write a question, or \"help\".");
        while (terminal.Read() is { } line)
            await TurnAsync(Pressed(line) ?? new Activity { Type = ActivityTypes.Message, Text = line });

        return Command.Done;
    }

    private Task TurnAsync(Activity said)
    {
        _buttons.Clear();
        return bot.OnTurnAsync(new TurnContext(said with
        {
            ChannelId = "terminal",
            DeliveryMode = DeliveryModes.ExpectReplies,
            Conversation = new ConversationAccount { Id = $"terminal-{_person.Id}", ConversationType = "personal" },
            From = _person,
            Recipient = Bot,
        }, ShowAsync), CancellationToken.None);
    }

    private Task<SendOutcome> ShowAsync(Activity reply, CancellationToken cancellationToken)
    {
        terminal.Write("");
        _buttons.AddRange(terminal.Show(reply, _buttons.Count));
        return Task.FromResult<SendOutcome>(new SendOutcome.Sent(null));
    }

    /// <summary>A number presses the button of that number; with "=" and words behind it these go into its field.</summary>
    private Activity? Pressed(string line) =>
        Number().Match(line) is { Success: true } typed
        && int.TryParse(typed.Groups["number"].ValueSpan, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _buttons.Count
        && (_buttons[number - 1].Field is not null || !typed.Groups["words"].Success)
            ? _buttons[number - 1].Press(typed.Groups["words"] is { Success: true } words ? words.Value : null)
            : null;

    [GeneratedRegex(@"^(?<number>\d{1,3})(\s*=\s*(?<words>.+))?$")]
    private static partial Regex Number();
}
