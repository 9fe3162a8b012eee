using Microsoft.Extensions.Configuration;
using PolicyBot.BotFramework;
using PolicyBot.Commands;
using PolicyBot.Teams;
using PolicyBot.Teams.Cards;
using PolicyBot.Tests.Cards;

namespace PolicyBot.Tests.Commands;

public sealed class ChatCommandTests
{
    [Fact]
    public async Task A_card_is_shown_as_text_with_a_number_for_every_button()
    {
        var (_, shown) = await ChatAsync(["question-long"], "hello");

        Assert.Contains("""
            A parent writes to you about bullying, an injury, an allergy or medicine
            I did not understand “maybe”. Please choose, or write it in other words.

            You told me
            How you know the parent: Only from the gate, and from the village fair last summer where we talked
            once
            Where they wrote: WhatsApp
            """, shown, StringComparison.Ordinal);
        Assert.Contains("""
              1 Yes, or I am not sure about it
              2 No, it is about something else
              3 It is urgent, but nobody is in danger
              4 I have not read it yet
              5 None of these

              6 A child may be unsafe
            More:
              7 Back
              8 Start again
              9 Cancel
              10 Change: How you know the parent
            """, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_presses_a_button_of_any_message_of_the_turn()
    {
        var (heard, shown) = await ChatAsync(["suggestions", "question-short", "draft-short"], "hello", "2", "hello", "6", "hello", "9");

        Assert.Contains("  1 Red\n  2 Blue\n", shown, StringComparison.Ordinal);
        Assert.Contains("  9 Do not send\n", shown, StringComparison.Ordinal);
        Assert.Equal(["hello", "blue, please", "hello", null, "hello", null], heard.Select(activity => activity.Text));
        Assert.Equal("a-child-may-be-unsafe", Sent(heard[3], "do"));
        Assert.Equal("do-not-send", Sent(heard[5], "do"));
        Assert.Null(Sent(heard[5], "text"));
    }

    [Theory]
    [InlineData("1", "May I follow a parent on Instagram?")]
    [InlineData("1=May I follow her?", "May I follow her?")]
    [InlineData("1 = a = b", "a = b")]
    public async Task A_card_is_sent_with_what_stands_in_its_field(string typed, string text)
    {
        var (heard, shown) = await ChatAsync(["draft-short"], "hello", typed);

        Assert.Contains("Your question: May I follow a parent on Instagram?", shown, StringComparison.Ordinal);
        Assert.Contains("  1 Send with my name   (or 1=your words)\n", shown, StringComparison.Ordinal);
        Assert.Equal("send-with-my-name", Sent(heard[1], "do"));
        Assert.Equal(text, Sent(heard[1], "text"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("7")]
    [InlineData("2 parents want to add me")]
    [InlineData("1=words for no field")]
    [InlineData("99999999999")]
    public async Task Whatever_presses_nothing_is_said(string typed)
    {
        var (heard, _) = await ChatAsync(["note-long"], "hello", typed);

        Assert.Equal(typed, heard[1].Text);
        Assert.Null(heard[1].Value);
    }

    private static string? Sent(Activity activity, string field) =>
        activity.Value!.Value.TryGetProperty(field, out var value) ? value.GetString() : null;

    private static async Task<(List<Activity> Heard, string Shown)> ChatAsync(string[] messages, params string[] lines)
    {
        var bot = new ShowingBot(messages);
        using var shown = new StringWriter { NewLine = "\n" };
        using var typed = new StringReader(string.Join('\n', lines));

        var (club, _) = ClubSettings.From(new ConfigurationBuilder().Build(), isDevelopment: true);
        await new ChatCommand(bot, new Terminal(typed, shown), club).RunAsync(asManager: false);

        return (bot.Heard, shown.ToString());
    }

    /// <summary>Shows the same messages whatever it hears.</summary>
    private sealed class ShowingBot(string[] messages) : IBot
    {
        public List<Activity> Heard { get; } = [];

        public async Task OnTurnAsync(TurnContext turn, CancellationToken cancellationToken)
        {
            if (turn.Activity.Type != ActivityTypes.Message)
                return;

            Heard.Add(turn.Activity);
            foreach (var message in messages)
                await turn.SendActivityAsync(message == "suggestions" ? Suggestions : Sealing.Printer.Message(SampleCards.All[message]), cancellationToken);
        }

        private static Activity Suggestions => new()
        {
            Text = "Which?",
            SuggestedActions = new SuggestedActions([new CardAction("imBack", "Red", "red, please"), new CardAction("imBack", "Blue", "blue, please")]),
        };
    }
}
